package eifexplorer.ui.workspace;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.model.DatasetReferences;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.FileInspector;
import eifexplorer.session.NewWorkspace;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.TypedPath;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into the form for a new workspace. Looks at files, so it is checked in the background.
 *
 * @param root the data set's folder or file
 * @param format the format chosen; empty to find out
 * @param followLinks whether links that lead out of the data set's folder are followed
 * @param trainClasses such as {@code 1-25}; empty for the usual ones
 * @param testClasses the same
 * @param weights a {@code .pth} or {@code .safetensors} file
 * @param loss the head's loss
 * @param seed a whole number
 * @param workspace an empty or new folder
 */
record FormInput(
    String root,
    Optional<DatasetFormat> format,
    boolean followLinks,
    String trainClasses,
    String testClasses,
    String weights,
    LossSpec loss,
    String seed,
    String workspace) {
  private static final String RANGE = "\\d{1,9}(\\s*-\\s*\\d{1,9})?";

  /** What is wrong with each field; empty if nothing is. */
  Map<FormField, String> problems(List<DatasetFormat> formats) {
    Map<FormField, String> problems = new EnumMap<>(FormField.class);
    check(problems, FormField.ROOT, rootProblem());
    if (problems.isEmpty()) {
      check(problems, FormField.FORMAT, formatProblem(formats));
    }
    check(problems, FormField.TRAIN_CLASSES, classesProblem(trainClasses));
    check(problems, FormField.TEST_CLASSES, classesProblem(testClasses));
    check(problems, FormField.WEIGHTS, weightsProblem());
    check(problems, FormField.SEED, seedProblem());
    check(problems, FormField.WORKSPACE, workspaceProblem());
    if (problems.isEmpty()) {
      check(problems, FormField.TRAIN_CLASSES, splitProblem(formats));
    }
    return problems;
  }

  /** Reads the data set's files as making the workspace will, so that their trouble is known while the form is open. */
  private String splitProblem(List<DatasetFormat> formats) {
    try {
      DatasetReference dataset = request(formats).dataset();
      DatasetListing listing =
          new DatasetOpener(new DatasetFormats(formats))
              .read(dataset.format(), absolute(root), Optional.empty(), followLinks);
      return Texts.said(
          SplitCheck.problem(listing, DatasetReferences.split(dataset).select(listing)));
    } catch (ProblemException e) {
      return Texts.problem(e);
    }
  }

  private static void check(Map<FormField, String> problems, FormField field, String problem) {
    if (!problem.isEmpty()) {
      problems.put(field, problem);
    }
  }

  private String rootProblem() {
    if (root.isBlank()) {
      return Texts.of("Choose the folder or the manifest file of the data set.");
    }
    Optional<Path> there = path(root).filter(Files::exists);
    if (there.isEmpty()) {
      return Texts.of("There is no such folder or file.");
    }
    try {
      FileInspector.requireOpenable(there.get());
      return "";
    } catch (ProblemException e) {
      return Texts.problem(e);
    }
  }

  /** What is wrong with the data set as far as it is typed; a place that is not there may be half a name. */
  Map<FormField, String> dataSetProblems(List<DatasetFormat> formats) {
    Map<FormField, String> problems = new EnumMap<>(FormField.class);
    if (path(root).filter(Files::exists).isPresent()) {
      check(problems, FormField.ROOT, rootProblem());
      if (problems.isEmpty()) {
        check(problems, FormField.FORMAT, formatProblem(formats));
      }
    }
    return problems;
  }

  private String formatProblem(List<DatasetFormat> formats) {
    return recognised(formats).isPresent() ? "" : Texts.of("Not recognised: choose the format.");
  }

  /** The format chosen, or the first that recognises the root. */
  Optional<DatasetFormat> recognised(List<DatasetFormat> formats) {
    if (format.isPresent()) {
      return format;
    }
    return path(root)
        .filter(where -> Files.exists(where) && rootProblem().isEmpty())
        .flatMap(where -> new DatasetFormats(formats).find(where));
  }

  /** Names are as good as numbers; only what looks like numbers can be checked before the data set is read. */
  private static String classesProblem(String classes) {
    for (String part : classes.split(",", -1)) {
      String text = part.strip();
      if (text.matches("[\\d\\s-]+") && !text.matches(RANGE)) {
        return Texts.of("“{0}” is no range. Write 1-25 or 1-25,30.", text);
      }
    }
    return "";
  }

  private String weightsProblem() {
    if (weights.isBlank()) {
      return Texts.of("Choose the weights of the back bone, a .pth or .safetensors file.");
    }
    if (path(weights).filter(Files::isRegularFile).isEmpty()) {
      return Texts.of("There is no such file.");
    }
    String name = absolute(weights).toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".pth") || name.endsWith(".pt") || name.endsWith(".safetensors")
        ? ""
        : Texts.of("Weights are read from .pth and .safetensors files.");
  }

  private String seedProblem() {
    return seed.strip().matches("\\d{1,9}")
        ? ""
        : Texts.of("The seed is a whole number, 0 or more.");
  }

  private String workspaceProblem() {
    if (workspace.isBlank()) {
      return Texts.of("Choose an empty or a new folder.");
    }
    Optional<Path> folder = path(workspace);
    if (folder.isEmpty() || Files.isRegularFile(folder.get())) {
      return Texts.of("This is no folder.");
    }
    boolean taken = !Workspace.exists(folder.get()) && !Workspace.children(folder.get()).isEmpty();
    return taken ? Texts.of("The folder holds other files: choose an empty or a new one.") : "";
  }

  private static Optional<Path> path(String text) {
    return TypedPath.of(text);
  }

  private static Path absolute(String text) {
    return path(text).orElseThrow().toAbsolutePath().normalize();
  }

  /** The workspace to be made; the fields must have been found right. */
  NewWorkspace request(List<DatasetFormat> formats) {
    DatasetReference dataset =
        DatasetReference.clean(
                recognised(formats).orElseThrow().id(),
                absolute(root).toString(),
                trainClasses.strip(),
                testClasses.strip())
            .withFollowLinks(followLinks);
    return new NewWorkspace(
        absolute(workspace), dataset, absolute(weights), loss, Long.parseLong(seed.strip()));
  }
}
