/**
 * How well wrong labels are found, and what they should be: labels are made wrong on purpose, or are known to be wrong in
 * the data set itself, a head is trained on them, and every detector's order is compared with the truth. Start at {@link
 * eifexplorer.experiment.mislabel.MislabelDetection}.
 *
 * <p>The paper inspects training images by their influence on the group of the most confused class; it is one detector
 * among those of {@link eifexplorer.review.suspect.SuspectDetectors}, and random order is the control.
 */
@NullMarked
package eifexplorer.experiment.mislabel;

import org.jspecify.annotations.NullMarked;
