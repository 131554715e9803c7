package eifexplorer.cli;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.export.ConfusionFiles;
import eifexplorer.export.ConfusionFiles.Grouping;
import eifexplorer.export.InfluenceFiles;
import eifexplorer.export.ScoreOrigin;
import eifexplorer.export.ScoredQuery;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ShellWord;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.Queries;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** Shows on the demo what the program does. */
@Command(
    name = "demo",
    header = "Shows on drawn songbirds what the program does.",
    description =
        "Builds the demo workspace (drawn songbirds and a model trained on them) if it is not"
            + " there, and prints its most frequent confusions and the influences on its closest"
            + " pair.")
final class DemoCommand extends ExplorerCommand {
  private static final int SHOWN = 5;

  DemoCommand(CommandContext context) {
    super(context);
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    ExplorerSession session = explorer.sessions().openDemo(progress);
    SessionNames names = new SessionNames(session);
    List<Map<String, Object>> confusions =
        ConfusionFiles.rows(session.confusions(), Grouping.CLASS_PAIR, names).all();
    ConfusionPair closest =
        session.pairs().stream()
            .min(Comparator.comparingDouble(ConfusionPair::distance))
            .orElseThrow();
    ScoredQuery scored = explain(session, closest, progress);
    if (json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("workspace", session.workspace().orElseThrow().folder().toString());
      result.put("model", session.modelTitle());
      result.put("recall_at_1", session.recallAt1());
      result.put("confusions", confusions);
      result.put(
          "influence",
          InfluenceFiles.describe(
              List.of(scored),
              new ScoreOrigin(
                  session.estimator().id(), explorer.worths().known(session).of("eif", Map.of())),
              names,
              SHOWN));
      console().json(result);
    } else {
      print(session, confusions, scored, names);
    }
  }

  private static ScoredQuery explain(
      ExplorerSession session, ConfusionPair pair, JobContext progress) {
    var query = new Queries(session).pair(pair.wrong(), pair.confusedWith());
    return new ScoredQuery(query, session.estimator().estimate(query, progress));
  }

  private void print(
      ExplorerSession session,
      List<Map<String, Object>> confusions,
      ScoredQuery scored,
      SessionNames names) {
    console()
        .line(
            "%s, %s: %d of %d test images are confused (R@1 %.3f)",
            session.name(),
            session.modelTitle(),
            session.pairs().size(),
            session.dataset().test().size(),
            session.recallAt1());
    for (Map<String, Object> row : confusions.subList(0, Math.min(SHOWN, confusions.size()))) {
      console()
          .line(
              "  %3d pairs  %s taken for %s",
              row.get("pairs"), row.get("wrong_class"), row.get("confused_class"));
    }
    console().line("");
    new InfluencePrinter(console(), session, names, SHOWN).print(scored);
    String folder = session.workspace().orElseThrow().folder().toString();
    console().line("");
    console().line("Next: eif-explorer confusions --workspace %s", ShellWord.of(folder));
  }
}
