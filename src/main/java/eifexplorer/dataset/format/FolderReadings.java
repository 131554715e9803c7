package eifexplorer.dataset.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What folders of images are in all likelihood, where they are read as something else; sentences that name the folders. */
final class FolderReadings {
  private static final int MOST_PARTS = 3;
  private static final int NAMED = 3;

  /** Names that are the same by chance are fewer. */
  private static final double LIKELY = .5;

  private FolderReadings() {}

  /**
   * What a person should know of how a tree is read.
   *
   * @param divided whether the tree is a part of a split already
   */
  static List<String> of(ImageTree tree, boolean divided) {
    List<String> readings = new ArrayList<>();
    if (!tree.leftovers().isEmpty()) {
      readings.add(
          "Folders of small copies and parts of archives are not read: "
              + named(tree.leftovers())
              + ".");
    }
    copiesBelow(tree).ifPresent(readings::add);
    unevenDepth(tree).ifPresent(readings::add);
    if (!divided) {
      SortedMap<String, Set<String>> first = parts(tree, true);
      SortedMap<String, Set<String>> last = parts(tree, false);
      if (areAlike(last) && last.keySet().stream().allMatch(FolderReadings::isSplit)) {
        readings.add(
            "The folders of classes hold "
                + named(List.copyOf(last.keySet()))
                + ": a split in all likelihood, but each is read as a class of its own. Put the"
                + " folders of the split above those of the classes, as in train/wren.");
      } else if (areAlike(first)) {
        readings.add(sameBelow(first, tree));
      }
    }
    return readings;
  }

  private static boolean isSplit(String name) {
    return SplitWord.of(name).isPresent();
  }

  /** What is below each first part of the paths, or what is above each last part. */
  private static SortedMap<String, Set<String>> parts(ImageTree tree, boolean first) {
    SortedMap<String, Set<String>> parts = new TreeMap<>();
    for (ImageTree.Folder folder : tree.folders()) {
      String path = folder.path();
      int cut = first ? path.indexOf('/') : path.lastIndexOf('/');
      if (cut < 0) {
        return new TreeMap<>();
      }
      String part = first ? path.substring(0, cut) : path.substring(cut + 1);
      String rest = first ? path.substring(cut + 1) : path.substring(0, cut);
      parts.computeIfAbsent(part, any -> new TreeSet<>()).add(rest);
    }
    return parts;
  }

  /** Whether two or three folders hold mostly the same names, two at least. */
  private static boolean areAlike(SortedMap<String, Set<String>> parts) {
    if (parts.size() < 2 || parts.size() > MOST_PARTS) {
      return false;
    }
    Set<String> all = new HashSet<>();
    parts.values().forEach(all::addAll);
    Set<String> shared = shared(parts);
    return shared.size() >= 2 && shared.size() >= LIKELY * all.size();
  }

  private static Set<String> shared(SortedMap<String, Set<String>> parts) {
    Set<String> shared = new TreeSet<>(parts.get(parts.firstKey()));
    parts.values().forEach(shared::retainAll);
    return shared;
  }

  private static String sameBelow(SortedMap<String, Set<String>> parts, ImageTree tree) {
    String folders = named(List.copyOf(parts.keySet()));
    String start =
        "The folders "
            + folders
            + " hold classes of the same names ("
            + named(List.copyOf(shared(parts)))
            + "): ";
    return areCopies(parts, tree)
        ? start
            + "copies of the same images in all likelihood, but each is read as classes of its own."
            + " Open one of the folders alone."
        : start
            + "a split in all likelihood, but each is read as classes of its own. Name the folders"
            + " train and test to have them read as one.";
  }

  private static boolean areCopies(SortedMap<String, Set<String>> parts, ImageTree tree) {
    Map<String, List<String>> files = new TreeMap<>();
    tree.folders().forEach(folder -> files.put(folder.path(), folder.files()));
    String one = parts.firstKey();
    String other = parts.lastKey();
    return shared(parts).stream()
        .allMatch(
            name ->
                haveSameNames(
                    files.getOrDefault(one + "/" + name, List.of()),
                    files.getOrDefault(other + "/" + name, List.of())));
  }

  private static boolean haveSameNames(List<String> one, List<String> other) {
    Set<String> both = stems(one);
    both.retainAll(stems(other));
    return !both.isEmpty() && both.size() >= LIKELY * Math.min(one.size(), other.size());
  }

  private static Set<String> stems(List<String> files) {
    Set<String> stems = new HashSet<>();
    files.forEach(file -> stems.add(file.substring(0, file.lastIndexOf('.'))));
    return stems;
  }

  /** Folders below one of a class with pictures of the same names, such as crops beside their originals. */
  private static Optional<String> copiesBelow(ImageTree tree) {
    Map<String, List<String>> files = new TreeMap<>();
    tree.folders().forEach(folder -> files.put(folder.path(), folder.files()));
    List<String> copies = new ArrayList<>();
    files.forEach(
        (path, names) -> {
          int cut = path.lastIndexOf('/');
          List<String> above = files.getOrDefault(path.substring(0, Math.max(0, cut)), List.of());
          if (cut > 0 && haveSameNames(names, above)) {
            copies.add(path);
          }
        });
    return copies.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Copies of images above them in all likelihood, by their names, but read as images of"
                + " their own: "
                + named(copies)
                + ". Move them away to leave them out.");
  }

  /** Folders that hold images themselves beside others whose sub-folders alone do: there each sub-folder is a class. */
  private static Optional<String> unevenDepth(ImageTree tree) {
    Set<String> direct = new TreeSet<>();
    SortedMap<String, Set<String>> below = new TreeMap<>();
    for (ImageTree.Folder folder : tree.folders()) {
      String[] parts = folder.path().split("/", 2);
      if (parts.length == 1) {
        direct.add(parts[0]);
      } else {
        below.computeIfAbsent(parts[0], any -> new TreeSet<>()).add(parts[1]);
      }
    }
    direct.remove("");
    List<String> classes = new ArrayList<>();
    below.forEach(
        (above, names) -> {
          if (!direct.contains(above)) {
            names.forEach(name -> classes.add(above + "/" + name));
          }
        });
    return direct.isEmpty() || classes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Beside classes such as "
                + direct.iterator().next()
                + " each folder below another is a class of its own: "
                + named(classes)
                + ". To make one class of them, put an image directly into the folder above.");
  }

  private static String named(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? first + " and " + (names.size() - NAMED) + " more" : first;
  }
}
