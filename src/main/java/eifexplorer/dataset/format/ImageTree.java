package eifexplorer.dataset.format;

import eifexplorer.dataset.SkippedSample;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The images below a folder, gathered by the folder they lie in.
 *
 * <p>Folders and files come sorted by name, as in torchvision's {@code ImageFolder}. Names starting with a dot are left
 * out and told if they are images or hold some, save the {@code ._} files macOS writes. Each real folder is read once, so that links in a circle end.
 */
final class ImageTree {
  private static final int MOST_IMAGES = 5_000_000;

  /** Folders that programs leave beside pictures: smaller copies, parts of archives. */
  private static final Set<String> LEFTOVERS = Set.of("@eadir", "__macosx", "thumbs", "thumbnails");

  private static final int QUICK = 200;

  private final int mostFolders;
  private final Set<Path> seen = new HashSet<>();
  private final List<Folder> folders = new ArrayList<>();
  private final List<SkippedSample> skipped = new ArrayList<>();
  private final List<String> leftovers = new ArrayList<>();
  private final LinkBounds bounds;
  private final boolean quick;
  private int images;

  private ImageTree(int mostFolders, LinkBounds bounds, boolean quick) {
    this.mostFolders = mostFolders;
    this.bounds = bounds;
    this.quick = quick;
  }

  /**
   * A folder that directly holds images.
   *
   * @param path relative to the root, empty for the root itself
   * @param files names of the images, sorted
   */
  record Folder(String path, List<String> files) {}

  /**
   * All images below a root.
   *
   * @param bounds which links are followed
   * @throws ProblemException if the root can't be read
   */
  static ImageTree below(Path root, LinkBounds bounds) {
    ImageTree tree = new ImageTree(Integer.MAX_VALUE, bounds, false);
    tree.visit(root, "");
    return tree;
  }

  /** True if a subfolder holds an image; looks at no more than 200 folders. */
  static boolean hasImagesInSubfolders(Path root) {
    ImageTree tree = new ImageTree(QUICK, LinkBounds.none(), true);
    tree.visit(root, "");
    return tree.folders.stream().anyMatch(folder -> !folder.path().isEmpty());
  }

  /**
   * The only folder that holds images, where none lies directly in this one; a quick look.
   *
   * @param bounds which links are followed
   */
  static Optional<String> onlyFolder(Path root, LinkBounds bounds) {
    ImageTree tree = new ImageTree(1, bounds, true);
    tree.visit(root, "");
    if (!tree.folders.isEmpty()) {
      return Optional.empty();
    }
    List<String> holding = new ArrayList<>();
    for (Path folder : foldersIn(root)) {
      String name = folder.getFileName().toString();
      boolean read = !name.startsWith(".") && !LEFTOVERS.contains(name.toLowerCase(Locale.ROOT));
      if (read && bounds.trouble(folder).isEmpty() && holdsImages(folder)) {
        holding.add(name);
        if (holding.size() > 1) {
          return Optional.empty();
        }
      }
    }
    return holding.stream().findFirst();
  }

  private static boolean holdsImages(Path folder) {
    ImageTree tree = new ImageTree(QUICK, LinkBounds.none(), true);
    tree.visit(folder, "");
    return tree.images > 0;
  }

  private static List<Path> foldersIn(Path root) {
    try (Stream<Path> entries = Files.list(root)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** Folders that directly hold images, sorted. */
  List<Folder> folders() {
    return folders;
  }

  /** Folders of small copies and parts of archives, which are not read. */
  List<String> leftovers() {
    return leftovers;
  }

  /** How many images there are. */
  int images() {
    return images;
  }

  /** Images of other kinds, folders that can't be read or were read before, links that lead out, and names that can't be read. */
  List<SkippedSample> skipped() {
    return skipped;
  }

  private void visit(Path folder, String path) {
    TreeSet<String> files = new TreeSet<>();
    TreeSet<String> others = new TreeSet<>();
    try {
      if (seen.size() >= mostFolders) {
        return;
      }
      if (!seen.add(folder.toRealPath())) {
        skipped.add(new SkippedSample(path, "it links to a folder that is read already"));
        return;
      }
      list(folder, path, files, others);
    } catch (IOException | DirectoryIteratorException e) {
      leaveOut(folder, path, e);
      return;
    }
    images += files.size();
    if (images > MOST_IMAGES) {
      throw ProblemException.inFile(
          folder, "There are more than " + MOST_IMAGES + " images", "Choose a smaller folder.");
    }
    if (!files.isEmpty()) {
      folders.add(new Folder(path, List.copyOf(files)));
    }
    for (String name : others) {
      visitOther(folder.resolve(name), below(path, name));
    }
  }

  private void list(Path folder, String path, Set<String> files, Set<String> others)
      throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (LEFTOVERS.contains(name.toLowerCase(Locale.ROOT))) {
          leftovers.add(below(path, name));
        } else if (name.startsWith(".")) {
          leaveOutHidden(entry, below(path, name));
        } else {
          Optional<String> trouble = trouble(entry, name);
          if (bounds.trouble(entry).isPresent()) {
            leaveOutLink(entry, below(path, name));
          } else if (trouble.isPresent()) {
            skipped.add(new SkippedSample(below(path, name), trouble.get()));
          } else {
            (ImagePaths.isImage(name) && !isFolder(entry) ? files : others).add(name);
          }
        }
      }
    }
  }

  private void leaveOutHidden(Path entry, String path) {
    int hidden = isFolder(entry) ? count(entry, bounds) : 0;
    if (hidden > 0) {
      skipped.add(
          new SkippedSample(
              path, "the folder is hidden: its name begins with a dot, as no class's may", hidden));
    } else if (ImagePaths.isImage(path) && !path.contains("/._") && !isFolder(entry)) {
      skipped.add(new SkippedSample(path, "the file is hidden: its name begins with a dot"));
    }
  }

  /**
   * How many images lie below a folder that is not read, by their names; those in folders that can't be read count for none.
   * No file is opened: behind a folder such as {@code .git} or {@code .venv} there may be very many of other kinds.
   */
  static int count(Path folder, LinkBounds bounds) {
    ImageTree tree = new ImageTree(Integer.MAX_VALUE, bounds, true);
    tree.visit(folder, folder.getFileName().toString());
    return tree.images;
  }

  /** Names a link that leads out, if images may be behind it. */
  private void leaveOutLink(Path entry, String path) {
    if (ImagePaths.isImage(path) || ImagePaths.isForeignImage(path) || Files.isDirectory(entry)) {
      bounds.trouble(entry).ifPresent(reason -> skipped.add(new SkippedSample(path, reason)));
    }
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  /** A quick look asks nothing of single files, of which there may be very many. */
  private boolean isFolder(Path entry) {
    return !quick && Files.isDirectory(entry);
  }

  private Optional<String> trouble(Path entry, String name) {
    Optional<String> unreadable = FileNames.trouble(entry);
    boolean lost = unreadable.isEmpty() && !quick && ImagePaths.isImage(name) && isLost(entry);
    return lost ? Optional.of("it links to a file that is not there") : unreadable;
  }

  private static boolean isLost(Path entry) {
    return Files.isSymbolicLink(entry) && !Files.exists(entry);
  }

  private void leaveOut(Path folder, String path, Exception e) {
    if (path.isEmpty()) {
      throw new ProblemException(
          "The folder can't be read", folder.toString(), "Check its name and your rights.", e);
    }
    skipped.add(new SkippedSample(path, "the folder can't be read (" + e + ")"));
  }

  private void visitOther(Path entry, String path) {
    if (Files.isDirectory(entry)) {
      visit(entry, path);
    } else if (ImagePaths.isForeignImage(path)) {
      skipped.add(new SkippedSample(path, "images of this kind are not read; convert it to PNG"));
    } else if (!quick && ImageBeginning.isOf(entry)) {
      skipped.add(new SkippedSample(path, "it is an image whose name does not end like one's"));
    }
  }
}
