package eifexplorer.ui.explore.totals;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.ui.kit.Picture;

/**
 * A training image that harms pairs.
 *
 * @param trainIndex index of the training sample
 * @param path of the sample
 * @param fileName for people
 * @param picture what to show
 * @param pairs number of pairs it harms
 * @param harm its harm over all pairs, see {@link eifexplorer.influence.InfluenceSurvey#harm}
 * @param worst the pair it harms most
 */
record HarmingImage(
    int trainIndex,
    String path,
    String fileName,
    Picture picture,
    int pairs,
    double harm,
    TestPair worst) {}
