package eifexplorer.dataset.format;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.Split;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A CSV file with a line per image: {@code path,label[,split][,true_label]}.
 *
 * <p>The first line names the columns, in any order; others are ignored. Paths are relative to the folder of the file, or
 * another one that is given; absolute ones and {@code file://} addresses must lie below it. Labels are any text; classes are sorted by it, numbers by value. {@code split} is {@code
 * train}, {@code test}, {@code val}, {@code query} or {@code gallery}, or another {@linkplain SplitWord usual word}; {@code
 * val} is tested only where nothing else is. Columns {@code is_train} and the like say the same by yes and no.
 * {@code true_label} is for labels known to be wrong; it may be empty. {@code box_left,box_top,box_width,box_height}, in
 * pixels, say where the image's subject is; they may be empty too.
 */
public final class CsvManifest implements DatasetFormat {
  @Override
  public String id() {
    return "csv";
  }

  @Override
  public String title() {
    return "CSV file";
  }

  @Override
  public String layout() {
    return "a CSV file with the columns path and label (and perhaps split, true_label, box_left,"
        + " box_top, box_width, box_height)";
  }

  /** True for a CSV file with the columns needed, and for a folder that directly holds one. */
  @Override
  public boolean recognises(Path root) {
    return !candidates(root).isEmpty();
  }

  private static List<Path> candidates(Path root) {
    if (Files.isRegularFile(root)) {
      return CsvRows.isManifest(root) ? List.of(root) : List.of();
    }
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(root)) {
      return files.filter(CsvRows::isManifest).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException("The folder can't be read", root.toString(), "", e);
    }
  }

  @Override
  public DatasetListing read(Path root) {
    Path file = file(root).toAbsolutePath().normalize();
    return list(file, new ImagesBelow(folderOf(file)), folderOf(file));
  }

  @Override
  public DatasetListing read(Path root, Path images) {
    Path folder = images.toAbsolutePath().normalize();
    return list(file(root).toAbsolutePath().normalize(), new ImagesBelow(folder, true), folder);
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent());
  }

  private DatasetListing list(Path file, ImagesBelow below, Path folder) {
    List<CsvRows.Row> rows = CsvRows.read(file, below);
    // Sorted when they are few: a comparison for every row is most of what a long list takes.
    Set<String> distinct = new HashSet<>();
    for (CsvRows.Row row : rows) {
      distinct.add(row.label());
      row.trueLabel().ifPresent(distinct::add);
    }
    List<String> names = distinct.stream().sorted(new NaturalOrder()).toList();
    Map<String, Integer> positions = new HashMap<>();
    names.forEach(name -> positions.put(name, positions.size()));
    boolean valIsTest =
        rows.stream().noneMatch(row -> row.mark().map(SplitWord::isTest).orElse(false));
    boolean hasQueries =
        rows.stream().anyMatch(row -> row.mark().filter(SplitWord.QUERY::equals).isPresent());
    List<ListedImage> images = new ArrayList<>();
    for (CsvRows.Row row : rows) {
      OptionalInt truth =
          row.trueLabel().map(positions::get).map(OptionalInt::of).orElse(OptionalInt.empty());
      Optional<Split> split = row.mark().flatMap(mark -> mark.split(valIsTest, hasQueries));
      images.add(
          new ListedImage(
              row.path(),
              Objects.requireNonNull(positions.get(row.label())),
              split,
              truth,
              row.box()));
    }
    boolean official = rows.stream().anyMatch(row -> row.mark().isPresent());
    return new DatasetListing(
        id(),
        folder,
        names,
        images,
        List.of(),
        official ? ClassSelection.official() : UsualClasses.halves(images));
  }

  private Path file(Path root) {
    if (Files.isRegularFile(root)) {
      return root;
    }
    List<Path> files = candidates(root);
    if (files.isEmpty()) {
      throw FolderFiles.missing(root, layout());
    }
    if (files.size() > 1) {
      throw ProblemException.inFile(
          root,
          "More than one CSV file in this folder describes a data set",
          "Choose one: "
              + files.get(0).getFileName()
              + ", "
              + files.get(1).getFileName()
              + (files.size() > 2 ? ", ..." : "")
              + ".");
    }
    return files.get(0);
  }
}
