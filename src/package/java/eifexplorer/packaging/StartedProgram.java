package eifexplorer.packaging;

import eifexplorer.Launcher;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Window;

/**
 * Starts the program as its icon does, on the demo and without a display, and closes the window once the gallery is there; the
 * virtual machine notes meanwhile which classes a start needs ({@code -XX:DumpLoadedClassList}).
 */
public final class StartedProgram {
  /** What a display, or a data set with files of its own, needs beside; where each is a package of the system built on. */
  private static final List<String> BESIDE =
      List.of(
          "com/sun/glass/ui/gtk/",
          "com/sun/glass/ui/win/",
          "com/sun/glass/ui/mac/",
          "com/sun/prism/es2/",
          "com/sun/prism/d3d/",
          "eifexplorer/app/",
          "eifexplorer/dataset/",
          "eifexplorer/run/");

  /** In the list of pairs: there is a session, and it is shown. */
  private static final String GALLERY = ".pair-cell";

  private static final int MOST_SECONDS = 180;

  /** Until the pictures are there, and what begins after them has begun. */
  private static final int MORE_SECONDS = 8;

  private StartedProgram() {}

  /**
   * Entry point; ends with the program, or with code 1 if no gallery shows.
   *
   * @param arguments none
   * @throws IOException if a jar can't be read
   */
  public static void main(String[] arguments) throws IOException {
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (place.contains("javafx-graphics") || new File(place).isDirectory()) {
        loadBeside(new File(place));
      }
    }
    Thread watch = new Thread(StartedProgram::watch, "watch");
    watch.setDaemon(true);
    watch.start();
    Launcher.main(arguments);
  }

  private static void loadBeside(File place) throws IOException {
    List<String> names;
    if (place.isDirectory()) {
      try (Stream<Path> files = Files.walk(place.toPath())) {
        names = files.map(file -> place.toPath().relativize(file).toString()).toList();
      }
    } else {
      try (JarFile jar = new JarFile(place)) {
        names = jar.stream().map(Object::toString).toList();
      }
    }
    names.stream()
        .map(name -> name.replace(File.separatorChar, '/'))
        .filter(name -> name.endsWith(".class") && BESIDE.stream().anyMatch(name::startsWith))
        .forEach(StartedProgram::load);
  }

  private static void load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      Class.forName(name, false, StartedProgram.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      System.out.println("Not prepared for: " + name);
    }
  }

  private static void watch() {
    try {
      for (int second = 0; second < MOST_SECONDS; second++) {
        TimeUnit.SECONDS.sleep(1);
        if (isGalleryThere()) {
          TimeUnit.SECONDS.sleep(MORE_SECONDS);
          Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.err.println("The window shows no gallery");
    Runtime.getRuntime().halt(1);
  }

  private static boolean isGalleryThere() throws InterruptedException {
    CompletableFuture<Boolean> there = new CompletableFuture<>();
    try {
      Platform.runLater(
          () -> there.complete(Window.getWindows().stream().anyMatch(StartedProgram::showsGallery)));
      return there.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (IllegalStateException | ExecutionException | TimeoutException e) {
      return false; // no toolkit yet
    }
  }

  private static boolean showsGallery(Window window) {
    return window.getScene() != null && window.getScene().lookup(GALLERY) != null;
  }
}
