package eifexplorer.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A kind of file that comes from elsewhere.
 *
 * @param name in messages and tables
 * @param file name of the file that is damaged, in a folder of its own
 * @param seeds whole files
 * @param mutations ways to damage them
 * @param reader the program's way in
 * @param cost how long an input takes, in inputs of a small file: so many fewer are tried
 */
record Format(
    String name,
    String file,
    List<byte[]> seeds,
    List<Mutation> mutations,
    Reader reader,
    int cost) {
  private static final int MOST_AT_ONCE = 4;
  private static final int LARGEST = 1 << 23;

  /** Reads a file. */
  @FunctionalInterface
  interface Reader {
    /**
     * Takes the program's way in and looks at all of what it gives.
     *
     * @param file the damaged file
     * @return false if what is in it was left out without an exception
     * @throws eifexplorer.problem.ProblemException if it is refused
     */
    boolean accepts(Path file) throws IOException;
  }

  /** An input and how it was made. */
  record Input(byte[] bytes, String story) {}

  /** A format with mutations of its own besides those of bytes. */
  static Format of(
      String name,
      String file,
      List<byte[]> seeds,
      List<String> words,
      List<Mutation> own,
      Reader reader) {
    List<Mutation> all =
        Stream.concat(own.stream(), ByteMutations.all(seeds, words).stream()).toList();
    return new Format(name, file, seeds, all, reader, 1);
  }

  /** The same format, whose inputs take longer. */
  Format costing(int inputs) {
    return new Format(name, file, seeds, mutations, reader, inputs);
  }

  /** How many inputs of {@code all} that are tried are of this format. */
  int share(int inputs, List<Format> all) {
    double each = all.stream().mapToDouble(format -> 1.0 / format.cost).sum();
    return (int) Math.ceil(inputs / each / cost);
  }

  /** The input of this number, always the same. */
  Input input(int number) throws IOException {
    Random random = new Random(31L * name.hashCode() + number * 0x9E3779B97F4A7C15L);
    int seed = random.nextInt(seeds.size());
    byte[] bytes = seeds.get(seed).clone();
    List<String> story = new ArrayList<>(List.of("seed " + seed));
    do {
      Mutation mutation = ByteMutations.of(mutations, random);
      byte[] changed = mutation.change().of(bytes, random);
      bytes = changed.length > LARGEST ? bytes : changed;
      story.add(mutation.name());
    } while (story.size() <= MOST_AT_ONCE && random.nextBoolean());
    return new Input(bytes, String.join(", ", story));
  }

  @Override
  public String toString() {
    return name;
  }
}
