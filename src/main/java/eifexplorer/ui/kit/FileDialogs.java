package eifexplorer.ui.kit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The platform's dialogs for files and folders. One begins where its field points to, else where the last one for the same
 * purpose ended, else where the last one ended, else at home; and it leaves the window as large as it was. The root of the scene holds
 * those of a window for all that is below it, as it holds the keys.
 */
public final class FileDialogs {
  private final Memory memory;
  private final Predicate<Path> writable;
  private boolean asking;

  /** What is asked for; what serves the same purpose lies together. */
  public enum Purpose {
    WORKSPACE,
    DATA_SET,
    WEIGHTS,
    BUNDLE,
    PLAN,
    DECISIONS,
    EXPORT
  }

  /**
   * Remembers folders beyond the end of the program.
   *
   * @param folders the last folder by purpose
   * @param recent what was taken by purpose, the newest first
   */
  public record Memory(
      Supplier<Map<String, String>> folders,
      Supplier<Map<String, List<String>>> recent,
      Keeper keeper) {}

  /** Takes what was chosen. */
  public interface Keeper {
    /** Remembers the folder of a purpose, and what was taken; empty for nothing. */
    void keep(String purpose, String folder, Optional<String> taken);
  }

  private static final String ANY = "LAST";
  private static final Duration HEARD = Duration.millis(200);

  /**
   * Dialogs with this memory.
   *
   * @param writable whether a chosen file may be written; says why not
   */
  public FileDialogs(Memory memory, Predicate<Path> writable) {
    this.memory = memory;
    this.writable = writable;
  }

  /** Has everything below a scene's root use these. */
  public static void use(Parent root, FileDialogs dialogs) {
    root.getProperties().put(FileDialogs.class, dialogs);
  }

  /** The dialogs of a node's window; outside one, dialogs that remember nothing. */
  public static FileDialogs of(Node node) {
    Object held = node.getScene().getRoot().getProperties().get(FileDialogs.class);
    return held instanceof FileDialogs dialogs
        ? dialogs
        : new FileDialogs(
            new Memory(Map::of, Map::of, (purpose, folder, taken) -> {}), file -> true);
  }

  /** Whether a dialog shows: the window's size is not what the user gave it then. */
  public boolean isAsking() {
    return asking;
  }

  /** Asks for a file to read; {@code near} is what its field says, or empty. */
  public Optional<Path> file(
      Window owner, Purpose purpose, String title, String near, ExtensionFilter... filters) {
    return ask(owner, purpose, near, start -> open(owner, title, start, filters))
        .map(file -> kept(purpose, file, file.getParent(), true));
  }

  private static @Nullable File open(
      Window owner, String title, @Nullable File start, ExtensionFilter... filters) {
    FileChooser chooser = chooser(title, start, filters);
    return chooser.showOpenDialog(owner);
  }

  /** Asks for a file to write, of this name if nobody gives it another; empty also if it may not be written there. */
  public Optional<Path> newFile(
      Window owner, Purpose purpose, String title, String name, ExtensionFilter... filters) {
    return ask(
            owner,
            purpose,
            "",
            start -> {
              FileChooser chooser = chooser(title, start, filters);
              chooser.setInitialFileName(name);
              File file = chooser.showSaveDialog(owner);
              return file == null ? null : withEnding(file, chooser);
            })
        .flatMap(file -> toWrite(purpose, file));
  }

  /** A file that was chosen to be written, if it may be. */
  Optional<Path> toWrite(Purpose purpose, Path file) {
    return Optional.of(file)
        .filter(writable)
        .map(chosen -> kept(purpose, chosen, chosen.getParent(), false));
  }

  private static File withEnding(File file, FileChooser chooser) {
    List<List<String>> offered =
        chooser.getExtensionFilters().stream().map(ExtensionFilter::getExtensions).toList();
    ExtensionFilter chosen = chooser.getSelectedExtensionFilter();
    return NewFileName.of(
            file.toPath(), offered, chooser.getExtensionFilters().indexOf(chosen), Files::exists)
        .toFile();
  }

  private static FileChooser chooser(
      String title, @Nullable File start, ExtensionFilter... filters) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().addAll(filters);
    chooser.setInitialDirectory(start);
    return chooser;
  }

  /** Asks for a folder; {@code near} is what its field says, or empty. */
  public Optional<Path> folder(Window owner, Purpose purpose, String title, String near) {
    return ask(
            owner,
            purpose,
            near,
            start -> {
              DirectoryChooser chooser = new DirectoryChooser();
              chooser.setTitle(title);
              chooser.setInitialDirectory(start);
              return chooser.showDialog(owner);
            })
        .map(folder -> kept(purpose, folder, folder, true));
  }

  /** GTK makes a window that waits for a dialog one of a fixed size, for which window managers end its being maximised. */
  private Optional<Path> ask(
      Window owner, Purpose purpose, String near, Function<@Nullable File, @Nullable File> dialog) {
    boolean maximised = owner instanceof Stage stage && stage.isMaximized();
    asking = true;
    try {
      File start = start(purpose, near).map(Path::toFile).orElse(null);
      return Optional.ofNullable(dialog.apply(start)).map(File::toPath);
    } finally {
      if (maximised && owner instanceof Stage stage) {
        maximiseAgain(stage);
      } else {
        asking = false;
      }
    }
  }

  /** Only once the window manager has heard that the size is no longer fixed. */
  private void maximiseAgain(Stage stage) {
    PauseTransition heard = new PauseTransition(HEARD);
    heard.setOnFinished(
        event -> {
          stage.setMaximized(true);
          asking = false;
        });
    heard.play();
  }

  /** Where a dialog begins; empty leaves it to the platform. */
  Optional<Path> start(Purpose purpose, String near) {
    Map<String, String> folders = memory.folders().get();
    return Stream.of(
            near, folders.get(purpose.name()), folders.get(ANY), System.getProperty("user.home"))
        .flatMap(text -> folderAt(text).stream())
        .findFirst();
  }

  /** The folder a text names, or that the file it names, or would name, is in. */
  private static Optional<Path> folderAt(@Nullable String text) {
    return TypedPath.of(text == null ? "" : text)
        .map(Path::toAbsolutePath)
        .flatMap(
            path ->
                Stream.of(Optional.of(path), Optional.ofNullable(path.getParent()))
                    .flatMap(Optional::stream)
                    .filter(Files::isDirectory)
                    .findFirst());
  }

  /** What was taken for a purpose before, the newest first. */
  public List<String> recent(Purpose purpose) {
    return memory.recent().get().getOrDefault(purpose.name(), List.of());
  }

  /** Remembers a path that was typed and turned out to be one. */
  public void taken(Purpose purpose, String typed) {
    TypedPath.of(typed)
        .map(path -> path.toAbsolutePath().normalize())
        .ifPresent(path -> kept(purpose, path, folderAt(path.toString()).orElse(null), true));
  }

  private Path kept(Purpose purpose, Path chosen, @Nullable Path folder, boolean read) {
    if (folder != null) {
      Optional<String> taken = Optional.of(chosen.toString()).filter(path -> read);
      memory.keeper().keep(purpose.name(), folder.toString(), taken);
      memory.keeper().keep(ANY, folder.toString(), Optional.empty());
    }
    return chosen;
  }
}
