package eifexplorer.dataset.format;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.dataset.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder per class, as torchvision's {@code ImageFolder} reads it, at any depth.
 *
 * <p>A class is a folder that directly holds images; its name is its path below the folder that all classes share, such
 * as {@code Greek/character01}. A {@code train} folder beside a {@code test} (or else {@code val}) folder is the official
 * split; without one the first half of the classes is trained on.
 */
public final class ImageFolder implements DatasetFormat {
  private static final List<String> TEST_FOLDERS = List.of("test", "val", "valid", "validation");

  @Override
  public String id() {
    return "folder";
  }

  @Override
  public String title() {
    return "Folder of images";
  }

  @Override
  public String layout() {
    return "a folder of images per class, or train/ and test/ with those in them";
  }

  @Override
  public boolean recognises(Path root) {
    return Files.isDirectory(root) && ImageTree.hasImagesInSubfolders(root);
  }

  @Override
  public DatasetListing read(Path root) {
    Optional<String> testFolder =
        TEST_FOLDERS.stream().filter(name -> Files.isDirectory(root.resolve(name))).findFirst();
    if (testFolder.isPresent() && Files.isDirectory(root.resolve("train"))) {
      return read(root, List.of("train", testFolder.get()));
    }
    return read(root, List.of(""));
  }

  /** Reads the classes below one folder ({@code ""} for the root) or below a training and a test folder. */
  DatasetListing read(Path root, List<String> tops) {
    List<Found> found = new ArrayList<>();
    List<SkippedSample> skipped = new ArrayList<>();
    for (String top : tops) {
      ImageTree tree = ImageTree.below(root.resolve(top));
      String prefix = top.isEmpty() ? "" : top + "/";
      tree.skipped().forEach(s -> skipped.add(new SkippedSample(prefix + s.path(), s.reason())));
      Optional<Split> split =
          tops.size() == 1
              ? Optional.empty()
              : Optional.of(top.equals("train") ? Split.TRAIN : Split.TEST);
      for (ImageTree.Folder folder : tree.folders()) {
        if (folder.path().isEmpty()) {
          folder
              .files()
              .forEach(
                  f -> skipped.add(new SkippedSample(prefix + f, "it lies in no class folder")));
        } else {
          found.add(new Found(prefix, folder, split));
        }
      }
    }
    if (found.isEmpty()) {
      throw FolderFiles.missing(root, layout());
    }
    return listing(root, found, skipped);
  }

  /** A class folder below a top folder. */
  private record Found(String prefix, ImageTree.Folder folder, Optional<Split> split) {}

  private DatasetListing listing(Path root, List<Found> found, List<SkippedSample> skipped) {
    SortedMap<String, Integer> order = new TreeMap<>(byParts());
    found.forEach(f -> order.put(f.folder().path(), 0));
    List<String> paths = List.copyOf(order.keySet());
    for (int i = 0; i < paths.size(); i++) {
      order.put(paths.get(i), i);
    }
    List<ListedImage> images = new ArrayList<>();
    for (Found f : found) {
      String folder = f.prefix() + f.folder().path() + "/";
      int index = Objects.requireNonNull(order.get(f.folder().path()));
      f.folder().files().forEach(n -> images.add(new ListedImage(folder + n, index, f.split())));
    }
    boolean official = found.get(0).split().isPresent();
    int shared = sharedLength(paths);
    return new DatasetListing(
        id(),
        root,
        paths.stream().map(path -> path.substring(shared)).toList(),
        images,
        skipped,
        official ? ClassSelection.official() : UsualClasses.halves(images));
  }

  /** Compares paths part by part, as a walk through sorted folders meets them. */
  private static Comparator<String> byParts() {
    return Comparator.comparing(path -> path.replace('/', '\0'));
  }

  /** Length of the leading folders that all paths share, which say nothing about a class. */
  private static int sharedLength(List<String> paths) {
    String first = paths.get(0);
    int shared = first.lastIndexOf('/') + 1;
    while (shared > 0) {
      String prefix = first.substring(0, shared);
      if (paths.stream().allMatch(path -> path.startsWith(prefix))) {
        return shared;
      }
      shared = first.lastIndexOf('/', shared - 2) + 1;
    }
    return 0;
  }
}
