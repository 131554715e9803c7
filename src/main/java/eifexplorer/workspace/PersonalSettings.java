package eifexplorer.workspace;

import eifexplorer.problem.PlainText;
import eifexplorer.problem.ProblemException;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * How this user wants the program to be; absent values are the usual ones.
 *
 * @param scale size of everything in the window in per cent, 100 to 200; 0 as the system says
 * @param language {@code system}, {@code en} or {@code de}
 * @param annotator who decides in the review of a workspace that nobody has reviewed in yet; empty for the usual name
 * @param memoryPercent share of the Java heap that influence may keep of a model between questions, 5 to 65; 0 for the usual
 * @param thumbnailMegabytes room on disk for a workspace's thumbnails, 50 to 100,000; 0 for no limit
 * @param workspaces folder that new workspaces are suggested in; empty for beside what is opened
 */
@RecordBuilder
public record PersonalSettings(
    int scale,
    String language,
    String annotator,
    int memoryPercent,
    int thumbnailMegabytes,
    String workspaces)
    implements PersonalSettingsBuilder.With {
  /** Languages that there are texts in, after the system's own. */
  public static final List<String> LANGUAGES = List.of("system", "en", "de");

  /** Before anything was chosen. */
  public static final PersonalSettings INITIAL = new PersonalSettings(0, "system", "", 0, 0, "");

  private static final int LONGEST_NAME = 60;

  /** Absent texts become the usual ones. */
  public PersonalSettings {
    language = language == null ? "system" : language;
    annotator = annotator == null ? "" : annotator;
    workspaces = workspaces == null ? "" : workspaces;
  }

  /** These settings with the usual value for each that is out of range; what was wrong is added to {@code troubles}. */
  public PersonalSettings inRange(List<ProblemException> troubles) {
    return new PersonalSettings(
        kept(() -> scale(scale), 0, troubles),
        kept(() -> language(language), "system", troubles),
        kept(() -> annotator(annotator), "", troubles),
        kept(() -> memoryPercent(memoryPercent), 0, troubles),
        kept(() -> thumbnailMegabytes(thumbnailMegabytes), 0, troubles),
        kept(() -> workspaces(workspaces), "", troubles));
  }

  private static <T> T kept(Supplier<T> checked, T usual, List<ProblemException> troubles) {
    try {
      return checked.get();
    } catch (ProblemException e) {
      troubles.add(e);
      return usual;
    }
  }

  /** The size of everything; throws {@link ProblemException} if it is out of range. */
  public static int scale(int percent) {
    return inRange("scale", percent, 100, 200);
  }

  /** The share of the heap; throws {@link ProblemException} if it is out of range. */
  public static int memoryPercent(int percent) {
    return inRange("memoryPercent", percent, 5, 65);
  }

  /** The room for thumbnails; throws {@link ProblemException} if it is out of range. */
  public static int thumbnailMegabytes(int megabytes) {
    return inRange("thumbnailMegabytes", megabytes, 50, 100_000);
  }

  private static int inRange(String field, int value, int least, int most) {
    if (value != 0 && (value < least || value > most)) {
      throw ProblemException.badValue(field, value, least + " to " + most + ", or 0 for the usual");
    }
    return value;
  }

  /** The language; throws {@link ProblemException} if there are no texts in it. */
  public static String language(String language) {
    if (!LANGUAGES.contains(language)) {
      throw ProblemException.badValue("language", language, String.join(", ", LANGUAGES));
    }
    return language;
  }

  /** The annotator's name without space around it; throws {@link ProblemException} if it is too long or no line. */
  public static String annotator(String name) {
    String bare = name.strip();
    if (bare.length() > LONGEST_NAME || bare.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.badValue(
          "annotator", PlainText.of(bare), "one line of at most " + LONGEST_NAME + " characters");
    }
    return bare;
  }

  /** The folder of new workspaces; throws {@link ProblemException} if it is no full path. */
  public static String workspaces(String folder) {
    String bare = folder.strip();
    if (!bare.isEmpty() && FolderNames.path(bare).filter(Path::isAbsolute).isEmpty()) {
      throw ProblemException.badValue(
          "workspaces",
          PlainText.of(bare),
          "a folder's full path, or nothing for beside what is opened");
    }
    return bare;
  }
}
