package eifexplorer.ui.explore.strips;

import eifexplorer.ui.explore.confusions.PairItem;
import java.util.Map;

/**
 * What the strips show.
 *
 * @param pair the pair that was chosen
 * @param scope how much around it was explained
 * @param setting what explained it
 * @param estimator the same in words, as {@link EstimatorViewModel#description} gives it
 * @param scores the scores
 */
public record ExplainedPair(
    PairItem pair,
    InfluenceScope scope,
    EstimatorSetting setting,
    Map<String, String> estimator,
    RankedInfluence scores) {}
