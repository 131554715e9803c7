/**
 * The paper's Table 1: does a last layer that learns on with helpful training images counted twice and harmful ones left
 * out move a confused pair apart? Start at {@link eifexplorer.experiment.reweighting.PairConfusion}; {@link
 * eifexplorer.experiment.reweighting.GroupConfusion} asks it of a class's whole group.
 *
 * <p>Beyond the paper: random sets of the same sizes as a control, several learning rates and seeds, and tests that say
 * how much a difference between two estimators means.
 */
@NullMarked
package eifexplorer.experiment.reweighting;

import org.jspecify.annotations.NullMarked;
