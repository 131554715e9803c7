package eifexplorer.ui.settings;

import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.PersonalSettings;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A setting that is typed. */
enum PersonalField {
  MEMORY(
      own -> number(own.memoryPercent()),
      (own, typed) ->
          own.withMemoryPercent(PersonalSettings.memoryPercent(number("memoryPercent", typed))),
      true),
  THUMBNAILS(
      own -> number(own.thumbnailMegabytes()),
      (own, typed) ->
          own.withThumbnailMegabytes(
              PersonalSettings.thumbnailMegabytes(number("thumbnailMegabytes", typed))),
      false),
  WORKSPACES(
      PersonalSettings::workspaces,
      (own, typed) -> own.withWorkspaces(PersonalSettings.workspaces(typed)),
      false),
  ANNOTATOR(
      PersonalSettings::annotator,
      (own, typed) -> own.withAnnotator(PersonalSettings.annotator(typed)),
      false);

  private final Function<PersonalSettings, String> text;
  private final BiFunction<PersonalSettings, String, PersonalSettings> with;
  private final boolean needsRestart;

  PersonalField(
      Function<PersonalSettings, String> text,
      BiFunction<PersonalSettings, String, PersonalSettings> with,
      boolean needsRestart) {
    this.text = text;
    this.with = with;
    this.needsRestart = needsRestart;
  }

  /** What the field shows: empty for the usual. */
  String text(PersonalSettings own) {
    return text.apply(own);
  }

  /** The settings with what was typed; throws {@link ProblemException} if it is refused. */
  PersonalSettings with(PersonalSettings own, String typed) {
    return with.apply(own, typed);
  }

  /** Whether a change applies at the next start of the program. */
  boolean needsRestart() {
    return needsRestart;
  }

  private static String number(int value) {
    return value == 0 ? "" : String.valueOf(value);
  }

  private static int number(String field, String typed) {
    String bare = typed.strip();
    try {
      return bare.isEmpty() ? 0 : Integer.parseInt(bare);
    } catch (NumberFormatException e) {
      throw ProblemException.badValue(field, bare, "a whole number, or nothing for the usual");
    }
  }
}
