package eifexplorer.packaging;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.css.Stylesheet;

/** Parses the window's style sheets once and for all: JavaFX reads a {@code .bss} rather than the {@code .css} beside it. */
public final class ParsedStyles {
  private static final String FOLDER = "eifexplorer/ui";

  private ParsedStyles() {}

  /**
   * Entry point.
   *
   * @param arguments the program's archive, a folder to work in, and the names of the style sheets in the archive; each
   *     gets what was parsed beside it, as old as itself
   * @throws IOException if a style sheet can't be read or nothing can be written
   */
  public static void main(String[] arguments) throws IOException {
    Path scratch = Files.createDirectories(Path.of(arguments[1]));
    try (FileSystem archive = FileSystems.newFileSystem(Path.of(arguments[0]))) {
      for (int i = 2; i < arguments.length; i++) {
        parse(archive.getPath(FOLDER, arguments[i]), scratch);
      }
    }
  }

  private static void parse(Path sheet, Path scratch) throws IOException {
    String parsed = sheet.getFileName().toString().replace(".css", ".bss");
    Path text = scratch.resolve("sheet.css");
    Path binary = scratch.resolve(parsed);
    Files.copy(sheet, text, StandardCopyOption.REPLACE_EXISTING);
    Stylesheet.convertToBinary(text.toFile(), binary.toFile());
    Path beside = sheet.resolveSibling(parsed);
    Files.copy(binary, beside, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(beside, Files.getLastModifiedTime(sheet));
  }
}
