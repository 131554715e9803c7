package eifexplorer.cli;

import eifexplorer.export.ScoreOrigin;
import eifexplorer.export.SurveyFiles;
import eifexplorer.influence.PairSurvey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what the influences on all pairs add up to. */
final class SurveyPrinter {
  private final Console console;
  private final SessionNames names;

  SurveyPrinter(Console console, SessionNames names) {
    this.console = console;
    this.names = names;
  }

  void print(PairSurvey survey, ScoreOrigin origin, double seconds, int top, boolean json) {
    List<Map<String, Object>> training = SurveyFiles.training(survey, names, top);
    if (json) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("pairs", survey.explained());
      result.put("seconds", seconds);
      origin.describeIn(result);
      result.put("training_images", training);
      console.json(result);
      return;
    }
    console.line("%d confused pairs explained in %.1f s", survey.explained(), seconds);
    console.line("  most harmful training images overall (harm, pairs harmed)");
    for (Map<String, Object> row : training) {
      console.line(
          "  %9.2f  %5d  %6d  %s  %s",
          row.get("harm"),
          row.get("pairs_harmed"),
          row.get("train_index"),
          row.get("class"),
          row.get("path"));
    }
  }
}
