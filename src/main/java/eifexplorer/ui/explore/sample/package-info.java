/**
 * The chosen training image: start at {@link eifexplorer.ui.explore.sample.SampleViewModel} for what it says and {@link
 * eifexplorer.ui.explore.sample.SamplePanel} for how it looks. What the model says of it ({@link
 * eifexplorer.ui.explore.sample.SampleInsights}) comes in the background, in places that are there before.
 */
@NullMarked
package eifexplorer.ui.explore.sample;

import org.jspecify.annotations.NullMarked;
