package eifexplorer.experiment.reweighting;

import eifexplorer.influence.InfluenceScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Training indices that are counted more and less.
 *
 * @param helpful strongest first
 * @param harmful strongest first
 */
record SampleSets(int[] helpful, int[] harmful) {
  /** Every sample by the sign of its influence, as in the paper. */
  static SampleSets of(InfluenceScores scores) {
    return new SampleSets(scores.helpful(), scores.harmful());
  }

  /** The control: disjoint random sets of the same sizes among N samples. */
  SampleSets random(int count, long seed) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(all, new Random(seed));
    int[] shuffled = all.stream().mapToInt(Integer::intValue).toArray();
    return new SampleSets(
        Arrays.copyOf(shuffled, helpful.length),
        Arrays.copyOfRange(shuffled, helpful.length, helpful.length + harmful.length));
  }
}
