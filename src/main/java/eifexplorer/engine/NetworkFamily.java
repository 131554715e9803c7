package eifexplorer.engine;

import eifexplorer.engine.checkpoint.StateDict;
import java.util.List;
import java.util.Optional;

/**
 * Networks of one kind: which names and files they have. A new kind is one class that implements {@link Architecture}, with
 * a family, and a line in {@link NetworkFamilies}.
 */
interface NetworkFamily {
  /** Names for people and for {@link Architecture#parse}, such as {@code resnet50}. */
  List<String> examples();

  /** The network of this name; empty if it is of another family. */
  Optional<Architecture> parse(String name);

  /**
   * What the name of a weight ends with that only networks of this family have, one for each manner of naming; what comes
   * before it in a file is the prefix of the whole network.
   */
  List<String> marks();

  /**
   * The network of a file.
   *
   * @param given its weights, named by what follows the prefix
   * @throws eifexplorer.problem.ProblemException if it is a variant that is not known
   */
  NamedNetwork read(StateDict given);
}
