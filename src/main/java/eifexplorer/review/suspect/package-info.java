/**
 * Which training labels are likely wrong, and what they should be: start at {@link
 * eifexplorer.review.suspect.SuspectDetector}; they are registered in {@link
 * eifexplorer.review.suspect.SuspectDetectors}.
 *
 * <p>Each detector looks at {@link eifexplorer.review.suspect.SuspectInputs} and gives every training sample a suspicion
 * and a value to show ({@link eifexplorer.review.suspect.SuspectScores}). {@link
 * eifexplorer.review.suspect.RankWeights} puts several together; the quick one is the mean rank of two label
 * margins, of {@link eifexplorer.review.suspect.CentroidFit} and {@link eifexplorer.review.suspect.RidgeFit}; {@link
 * eifexplorer.review.suspect.NoiseModelMargin} finds more, for more time. {@link eifexplorer.review.suspect.DefaultOrder}
 * takes the latter where it is quick enough. {@link
 * eifexplorer.review.suspect.RelabelSuggestions} says which labels fit better, {@link
 * eifexplorer.review.suspect.DetectionReport} how well an order finds labels known to be wrong.
 *
 * <p>Who goes through the samples part by part, as on a cluster, has the quick order by {@link
 * eifexplorer.review.suspect.MarginSums}, {@link eifexplorer.review.suspect.MarginSpread} and {@link
 * eifexplorer.review.suspect.SuspectMargins}, one after the other.
 *
 * <p>Influence is among the detectors as a reason to show, not to sort by: it explains which samples act on a confused
 * pair, and a right label can act as much as a wrong one.
 */
@NullMarked
package eifexplorer.review.suspect;

import org.jspecify.annotations.NullMarked;
