/**
 * The Experiments screen: start at {@link eifexplorer.ui.experiment.ExperimentsViewModel} for what it does and {@link
 * eifexplorer.ui.experiment.ExperimentsView} for how it looks. To the left a card for each experiment and its form, to the
 * right what was found: sentences, sortable tables whose rows open what they are about, and the figures of the report.
 * {@link eifexplorer.ui.experiment.KeptResults} lists what the workspace keeps of it.
 */
@NullMarked
package eifexplorer.ui.experiment;

import org.jspecify.annotations.NullMarked;
