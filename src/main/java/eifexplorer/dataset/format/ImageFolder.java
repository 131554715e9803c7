package eifexplorer.dataset.format;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.dataset.Split;
import eifexplorer.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder per class, as torchvision's {@code ImageFolder} reads it, at any depth.
 *
 * <p>A class is a folder that directly holds images, with all in its sub-folders; its name is its path below the folder that
 * all classes share, such as {@code Greek/character01}. Folders for training and for test, by any {@linkplain SplitWord usual
 * name}, are the official split; without them the first half of the classes is trained on.
 */
public final class ImageFolder implements DatasetFormat {
  private final boolean followLinks;

  /** Links that lead out of the folder are left out. */
  public ImageFolder() {
    this(false);
  }

  /** A format that follows all links or only those that stay in the folder. */
  ImageFolder(boolean followLinks) {
    this.followLinks = followLinks;
  }

  @Override
  public DatasetFormat followingLinks() {
    return new ImageFolder(true);
  }

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
    return read(root, SplitFolders.of(root, LinkBounds.of(root, followLinks)));
  }

  /** Reads the classes below given folders. */
  DatasetListing read(Path root, SplitFolders parts) {
    LinkBounds bounds = LinkBounds.of(root, followLinks);
    List<Found> found = new ArrayList<>();
    List<SkippedSample> skipped = new ArrayList<>(parts.skipped());
    List<String> readings = new ArrayList<>();
    for (SplitFolders.Part part : parts.parts()) {
      ImageTree tree = ImageTree.below(root.resolve(part.folder()), bounds);
      readings.addAll(FolderReadings.of(tree, part.split().isPresent()));
      String prefix = part.folder().isEmpty() ? "" : part.folder() + "/";
      tree.skipped()
          .forEach(s -> skipped.add(new SkippedSample(prefix + s.path(), s.reason(), s.images())));
      Set<String> paths = new HashSet<>();
      for (ImageTree.Folder folder : tree.folders()) {
        if (folder.path().isEmpty()) {
          folder
              .files()
              .forEach(
                  f -> skipped.add(new SkippedSample(prefix + f, "it lies in no class folder")));
        } else {
          paths.add(folder.path());
          found.add(new Found(prefix, folder, classFolder(folder.path(), paths), part.split()));
        }
      }
    }
    if (found.isEmpty()) {
      throw missing(root, skipped);
    }
    return listing(root, found, skipped).withOtherReadings(readings);
  }

  /** That no image is left, with the first that would have been one. */
  private ProblemException missing(Path root, List<SkippedSample> skipped) {
    return skipped.isEmpty()
        ? FolderFiles.missing(root, layout())
        : ProblemException.inFile(
            root,
            "The folder has no image that can be used",
            "Of what is left out the first is "
                + skipped.get(0).path()
                + ": "
                + skipped.get(0).reason()
                + ".");
  }

  /** The highest folder above that holds images itself: what lies in its sub-folders is of its class too. */
  private static String classFolder(String path, Set<String> withImages) {
    for (int end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      if (withImages.contains(path.substring(0, end))) {
        return path.substring(0, end);
      }
    }
    return path;
  }

  /** A folder of images below a top folder, and the folder that gives them their class. */
  private record Found(
      String prefix, ImageTree.Folder folder, String classFolder, Optional<Split> split) {}

  private DatasetListing listing(Path root, List<Found> found, List<SkippedSample> skipped) {
    SortedMap<String, Integer> order = new TreeMap<>(byParts());
    found.forEach(f -> order.put(f.classFolder(), 0));
    List<String> paths = List.copyOf(order.keySet());
    for (int i = 0; i < paths.size(); i++) {
      order.put(paths.get(i), i);
    }
    List<ListedImage> images = new ArrayList<>();
    for (Found f : found) {
      String folder = f.prefix() + f.folder().path() + "/";
      int index = Objects.requireNonNull(order.get(f.classFolder()));
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
