package eifexplorer.ui.explore.sample;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.ui.kit.Picture;

/**
 * A pair that the training image harms.
 *
 * @param pair the pair
 * @param wrongClass class of the image
 * @param confusedClass class of its neighbour
 * @param wrong the image
 * @param confused its neighbour
 * @param rank of the training image among those that harm the pair, from 1
 */
public record HarmedPairItem(
    TestPair pair,
    String wrongClass,
    String confusedClass,
    Picture wrong,
    Picture confused,
    int rank) {}
