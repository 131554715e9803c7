package eifexplorer.ui.explore.strips;

import eifexplorer.ui.explore.confusions.PairItem;

/**
 * What the strips show.
 *
 * @param pair the pair that was chosen
 * @param scope how much around it was explained
 * @param scores the scores
 * @param provenance what they were made from
 */
public record ExplainedPair(
    PairItem pair, InfluenceScope scope, RankedInfluence scores, ScoreProvenance provenance) {}
