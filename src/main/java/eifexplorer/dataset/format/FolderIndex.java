package eifexplorer.dataset.format;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says which files exist below a root, listing each folder once instead of asking for each file. Folders below an absent
 * one are never asked for.
 */
final class FolderIndex {
  private final Path root;
  private final LinkBounds bounds;
  private final Map<String, Folder> folders = new HashMap<>();

  FolderIndex(Path root, LinkBounds bounds) {
    this.root = root;
    this.bounds = bounds;
  }

  /** The names in a folder, and why they can't be had. */
  private record Folder(Set<String> names, Optional<String> trouble) {}

  /** Why the file at this relative path can't be used; empty if it is there. */
  Optional<String> absence(String path) {
    int slash = path.lastIndexOf('/');
    Folder folder = folder(slash < 0 ? "" : path.substring(0, slash));
    if (folder.trouble().isPresent()) {
      return folder.trouble();
    }
    return folder.names().contains(path.substring(slash + 1))
        ? bounds.trouble(root.resolve(path))
        : Optional.of(notThere(folder, path.substring(slash + 1)));
  }

  private static String notThere(Folder folder, String name) {
    return folder.names().stream()
        .filter(name::equalsIgnoreCase)
        .findFirst()
        .map(other -> "the file is not there, but " + other + " is")
        .orElse("the file is not there");
  }

  private Folder folder(String path) {
    Folder known = folders.get(path);
    if (known == null) {
      known = path.isEmpty() ? list(path) : below(path);
      folders.put(path, known);
    }
    return known;
  }

  private Folder below(String path) {
    int slash = path.lastIndexOf('/');
    Folder parent = folder(slash < 0 ? "" : path.substring(0, slash));
    if (parent.trouble().isPresent()) {
      return parent;
    }
    if (!parent.names().contains(path.substring(slash + 1))) {
      return absent(path);
    }
    return bounds
        .trouble(root.resolve(path))
        .map(reason -> new Folder(Set.of(), Optional.of("of its folder " + path + ": " + reason)))
        .orElseGet(() -> list(path));
  }

  private Folder list(String path) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(path))) {
      Set<String> names = new HashSet<>();
      for (Path entry : entries) {
        if (FileNames.trouble(entry).isEmpty()) {
          names.add(entry.getFileName().toString());
        }
      }
      return new Folder(names, Optional.empty());
    } catch (NoSuchFileException | NotDirectoryException e) {
      return absent(path);
    } catch (IOException | DirectoryIteratorException e) {
      return new Folder(Set.of(), Optional.of("the folder " + path + " can't be read (" + e + ")"));
    }
  }

  private static Folder absent(String path) {
    return new Folder(Set.of(), Optional.of("the folder " + path + " is not there"));
  }
}
