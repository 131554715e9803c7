package eifexplorer.model;

import eifexplorer.training.LossSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was found in a model's files, before it is added.
 *
 * @param kind of files, for people
 * @param weights the file the weights are in
 * @param proxiesFile the file the proxies are in; empty if there are none
 * @param network name of the network and how its features are made, such as {@code resnet50/max/layernorm}
 * @param featureSize F; 0 if only running it can tell
 * @param embeddingSize E; 0 if there is no head
 * @param proxies number of proxies; 0 if there are none
 * @param classes training classes of the data set
 * @param loss what it was trained with, centres a class included
 * @param lossGuessed true if the loss was read off the folders' names or is the usual one
 * @param epoch epochs trained, if a folder's name says so
 * @param problems why it can't be added, sentences; empty if it can
 * @param notes what was assumed where the files do not say it, and what was left out, sentences
 */
public record ModelFinding(
    String kind,
    Path weights,
    Optional<Path> proxiesFile,
    String network,
    int featureSize,
    int embeddingSize,
    int proxies,
    int classes,
    LossSpec loss,
    boolean lossGuessed,
    OptionalInt epoch,
    List<String> problems,
    List<String> notes) {
  /** Copies the lists. */
  public ModelFinding {
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }
}
