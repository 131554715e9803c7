package eifexplorer.training;

import eifexplorer.problem.ProblemException;
import java.util.List;
import java.util.stream.LongStream;

/** Writes a sampler's arrays one after the other, the random stream's state first, and reads them back. */
final class SamplerState {
  private SamplerState() {}

  static long[] of(RandomStream random, List<int[]> arrays) {
    LongStream.Builder state = LongStream.builder();
    state.add(random.state());
    for (int[] array : arrays) {
      for (int value : array) {
        state.add(value);
      }
    }
    return state.build().toArray();
  }

  /** Fills the arrays in place; gives the random stream. */
  static RandomStream restore(long[] state, List<int[]> arrays) {
    int length = 1 + arrays.stream().mapToInt(array -> array.length).sum();
    if (state.length != length) {
      throw new ProblemException(
          "The checkpoint is of other training samples", "", "Start a new run for these.");
    }
    int next = 1;
    for (int[] array : arrays) {
      for (int i = 0; i < array.length; i++) {
        array[i] = (int) state[next++];
      }
    }
    return new RandomStream(state[0]);
  }
}
