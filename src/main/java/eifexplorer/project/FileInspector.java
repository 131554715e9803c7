package eifexplorer.project;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.format.DatasetFormats;
import eifexplorer.dataset.format.DatasetOpener;
import eifexplorer.embedding.bundle.BundleReader;
import eifexplorer.model.BundleOptions;
import eifexplorer.model.ForeignModelReader;
import eifexplorer.model.ModelFiles;
import eifexplorer.model.ModelFinding;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.OpenFinding.Kind;
import eifexplorer.project.OpenFinding.Line;
import eifexplorer.project.OpenFinding.Sort;
import eifexplorer.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what a file or folder is that somebody wants to open, before anything is made of it. */
public final class FileInspector {
  private static final List<String> WEIGHTS =
      List.of(".pth", ".pt", ".pth.tar", ".ckpt", ".safetensors", ".onnx");

  private final List<DatasetFormat> formats;

  /** Knows these formats of data sets. */
  public FileInspector(List<DatasetFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** What a file or folder is; looks into it only where its name leaves it open. */
  public static Kind kind(Path path) {
    if (Workspace.exists(path)) {
      return Kind.WORKSPACE;
    }
    if (Files.isDirectory(path)) {
      boolean model = Files.exists(path.resolve("proxy.pth")) || isAuthors(path);
      return model ? Kind.MODEL : BundleReader.isFolder(path) ? Kind.BUNDLE : Kind.DATA_SET;
    }
    // A pipe or a device may never end.
    return Files.exists(path) && !Files.isRegularFile(path)
        ? Kind.NOTHING
        : ofFile(path, path.toString().toLowerCase(Locale.ROOT));
  }

  private static Kind ofFile(Path path, String name) {
    if (name.endsWith(".npz")) {
      return Kind.BUNDLE;
    }
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return BundleReader.isTable(path) ? Kind.BUNDLE : Kind.DATA_SET;
    }
    if (WEIGHTS.stream().noneMatch(name::endsWith)) {
      return Kind.NOTHING;
    }
    return BundleReader.holdsFeatures(path) ? Kind.BUNDLE : Kind.MODEL;
  }

  private static boolean isAuthors(Path folder) {
    String name = folder.getFileName() == null ? "" : folder.getFileName().toString();
    return name.startsWith("dvi_data_") || name.matches("ResNet_\\d+_Model|Epoch_\\d+");
  }

  /**
   * What is found in a file or folder; trouble with it is part of the answer.
   *
   * @param options how a bundle would be opened
   */
  public OpenFinding look(Path path, BundleOptions options) {
    Kind kind = Kind.NOTHING;
    try {
      if (!Files.exists(path)) {
        throw ProblemException.inFile(path, "There is no such file or folder", "Check its name.");
      }
      requireOpenable(path);
      kind = kind(path);
      return switch (kind) {
        case WORKSPACE -> workspace(path);
        case BUNDLE -> new BundleFinding(BundleReader.read(path), options).finding();
        case DATA_SET -> dataSet(path);
        case MODEL -> model(path);
        case NOTHING -> throw nothing(path);
      };
    } catch (ProblemException e) {
      return new OpenFinding(kind, "", List.of(new Line(Sort.TROUBLE, e.getMessage())));
    }
  }

  /** Throws {@link ProblemException} for a whole file system and for what this user may not read. */
  public static void requireOpenable(Path path) {
    if (path.toAbsolutePath().normalize().getParent() == null) {
      throw ProblemException.inFile(
          path, "This is the whole file system", "Choose a folder in it.");
    }
    if (Files.exists(path) && !Files.isReadable(path)) {
      throw ProblemException.inFile(
          path, "You have no right to read this", "Ask its owner for it, or choose another.");
    }
  }

  /** What is said of what does not open. */
  public static ProblemException nothing(Path path) {
    return ProblemException.inFile(
        path,
        "This can't be opened",
        "What opens: a workspace, the folder of a data set or its .csv list, embeddings (.npz, a"
            + " folder of .npy, .safetensors, .pt, .csv), a model (.pth, .safetensors).");
  }

  private static OpenFinding workspace(Path folder) {
    Workspace workspace = Workspace.open(folder);
    int models = new ModelStore(workspace).list().size();
    return new OpenFinding(
        Kind.WORKSPACE,
        "Workspace " + workspace.manifest().name(),
        List.of(
            new Line(Sort.FOUND, "Data set: " + workspace.manifest().dataset()),
            models == 0
                ? new Line(Sort.MISSING, "No model yet: train or add one")
                : new Line(Sort.FOUND, models == 1 ? "One model" : models + " models")));
  }

  private OpenFinding dataSet(Path root) {
    DatasetFormat format = new DatasetFormats(formats).find(root).orElseThrow(() -> unknown(root));
    DatasetListing listing = new DatasetOpener(new DatasetFormats(formats)).read(format.id(), root);
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            Sort.FOUND,
            String.format(
                Locale.ROOT,
                "%,d images of %,d classes",
                listing.images().size(),
                listing.classNames().size())));
    lines.add(
        listing.hasOfficialSplit()
            ? new Line(Sort.FOUND, "Divided into training and test images")
            : new Line(
                Sort.MISSING, "Not divided: halves of the classes are trained on and tested"));
    if (!listing.skipped().isEmpty()) {
      lines.add(
          new Line(
              Sort.MISSING,
              String.format(Locale.ROOT, "%,d images can't be used", listing.skipped().size())));
    }
    listing.otherReadings().forEach(text -> lines.add(new Line(Sort.MISSING, text)));
    lines.add(new Line(Sort.MISSING, "No features yet: the weights of a back bone are asked for"));
    return new OpenFinding(Kind.DATA_SET, "Data set, " + format.title(), lines);
  }

  private ProblemException unknown(Path root) {
    return ProblemException.inFile(
        root,
        "There is no data set in it that is known",
        "Looked for: "
            + String.join("; ", formats.stream().map(DatasetFormat::layout).toList())
            + ".");
  }

  private static OpenFinding model(Path path) {
    ModelFinding found = ForeignModelReader.read(ModelFiles.at(path)).finding(1);
    Optional<Line> head =
        found.embeddingSize() == 0
            ? Optional.of(
                new Line(Sort.MISSING, "No head: it is trained on the data set's features"))
            : Optional.of(
                new Line(
                    Sort.FOUND,
                    String.format(Locale.ROOT, "Head to %,d dimensions", found.embeddingSize())));
    Line proxies =
        found.proxies() == 0
            ? new Line(Sort.MISSING, "No proxies: they are fitted to its embeddings")
            : new Line(Sort.FOUND, String.format(Locale.ROOT, "%,d proxies", found.proxies()));
    return new OpenFinding(
        Kind.MODEL,
        found.kind() + ", " + found.network().replaceFirst("/.*", ""),
        Stream.concat(
                Stream.of(
                    new Line(
                        Sort.FOUND,
                        found.featureSize() == 0
                            ? "Features: told by running it"
                            : String.format(Locale.ROOT, "%,d features", found.featureSize()))),
                Stream.concat(head.stream(), Stream.of(proxies)))
            .toList());
  }
}
