package eifexplorer.cli;

import eifexplorer.confusion.ConfusionGroup;
import eifexplorer.export.InfluenceFiles;
import eifexplorer.export.OutputFormat;
import eifexplorer.export.ScoreOrigin;
import eifexplorer.export.ScoredQuery;
import eifexplorer.export.SurveyFiles;
import eifexplorer.influence.EstimatorOption;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.influence.PairSurvey;
import eifexplorer.influence.ScoreStability;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ShellWord;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.Queries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ranks the training images that keep confused test images close, or push them apart. */
@Command(
    name = "influence",
    header = "Ranks the training images by what they do to a confused pair.",
    description =
        "Or to a class pair, a group, or all pairs. Positive = harmful (keeps the pair close),"
            + " negative = helpful (pushes it apart).")
final class InfluenceCommand extends ExplorerCommand {
  @Mixin private ForceOption force = new ForceOption();

  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--loss-type",
      paramLabel = "NAME",
      description =
          "ProxyNCA_prob_orig, SoftTriple, …: what the bundle's model was trained with (a workspace"
              + " knows).")
  private @Nullable String lossType;

  @Option(
      names = "--pair",
      paramLabel = "i,j",
      description = "Two test indices, from 0; may be repeated.")
  private List<String> pairs = new ArrayList<>();

  @Option(
      names = "--class-pair",
      paramLabel = "a,b",
      description =
          "All confused pairs of class a with a neighbour of class b (labels or names); may be"
              + " repeated.")
  private List<String> classPairs = new ArrayList<>();

  @Option(
      names = "--group",
      paramLabel = "a:b,c",
      description = "All confused pairs of class a with classes b, c, …; may be repeated.")
  private List<String> groups = new ArrayList<>();

  @Option(
      names = "--all",
      description =
          "Every confused pair: prints which training images harm most overall. Goes on where a"
              + " cancelled run stopped.")
  private boolean all;

  @Mixin private EstimatorChoice estimator = new EstimatorChoice();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Harmful and helpful images printed for each query; with --all also those written, at"
              + " most 20 (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write all scores to a .npz, .csv or .json file.")
  private @Nullable Path out;

  @Option(
      names = "--stability",
      description =
          "Also: how far each score holds with other seeds' models, else the run's epochs, else"
              + " other estimators.")
  private boolean stability;

  @Option(
      names = "--verdict",
      description =
          "Also: whose the harm is, and whether leaving the harmful images out fixes the pair,"
              + " tried with five seeds and as often with random images.")
  private boolean verdict;

  private InfluenceCommand(CommandContext context) {
    super(context);
  }

  /** The command; its help names the estimators there are. */
  static CommandLine line(CommandContext context) {
    return EstimatorChoice.naming(context, new CommandLine(new InfluenceCommand(context)));
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    boolean asked = !pairs.isEmpty() || !classPairs.isEmpty() || !groups.isEmpty();
    if (!asked && !all) {
      throw new UsageException("Missing option --pair, --class-pair, --group or --all");
    }
    if (asked && all) {
      throw new UsageException("Give --all or single queries, not both");
    }
    if (all && (stability || verdict)) {
      throw new UsageException("--stability and --verdict are for single queries, not for --all");
    }
    if (top < 0) {
      throw new UsageException("--top is " + top + "; allowed: 0 or more");
    }
    force.check(out, OutputFormat.NPZ, OutputFormat.CSV, OutputFormat.JSON);
    ExplorerSession session = source.openWithLoss(explorer, lossType, progress);
    force.outside(session);
    if (all) {
      survey(explorer, session, progress);
    } else {
      explain(explorer, session, progress);
    }
  }

  private void survey(Explorer explorer, ExplorerSession session, JobContext progress) {
    long start = System.nanoTime();
    PairSurvey survey =
        explorer
            .explanations()
            .survey(session, estimator.of(explorer, session), estimator.given(), progress);
    double seconds = (System.nanoTime() - start) / 1e9;
    ScoreOrigin origin = origin(explorer, session);
    SessionNames names = new SessionNames(session);
    if (out != null) {
      SurveyFiles.write(out, survey, origin, names, top);
    }
    if (!json()) {
      console().line("%s", worth(explorer, session, origin));
    }
    new SurveyPrinter(console(), names).print(survey, origin, seconds, top, json());
  }

  private void explain(Explorer explorer, ExplorerSession session, JobContext progress) {
    List<InfluenceQuery> queries = queries(session);
    List<InfluenceScores> scores =
        explorer
            .explanations()
            .explain(
                session, estimator.of(explorer, session), estimator.given(), queries, progress);
    List<ScoredQuery> results = new ArrayList<>();
    for (int i = 0; i < queries.size(); i++) {
      results.add(scored(explorer, session, queries.get(i), scores.get(i), progress));
    }
    SessionNames names = new SessionNames(session);
    ScoreOrigin origin = origin(explorer, session);
    if (out != null) {
      InfluenceFiles.write(out, results, origin, names);
    }
    if (json()) {
      console().json(InfluenceFiles.describe(results, origin, names, top));
    } else {
      console().line("%s", worth(explorer, session, origin));
      results.forEach(new InfluencePrinter(console(), session, names, top)::print);
    }
  }

  private ScoreOrigin origin(Explorer explorer, ExplorerSession session) {
    return new ScoreOrigin(
        EstimatorOption.text(estimator.id(), estimator.given()),
        explorer.worths().known(session).of(estimator.id(), estimator.given()));
  }

  private String worth(Explorer explorer, ExplorerSession session, ScoreOrigin origin) {
    String name = explorer.registries().estimators().byId(estimator.id()).shortTitle();
    return origin
        .worth()
        .map(worth -> name + " " + worth.sentence())
        .orElseGet(
            () ->
                name
                    + ": how well it predicts retraining was not measured on this model"
                    + session
                        .workspace()
                        .map(
                            in ->
                                " (eif-explorer experiment lds --workspace "
                                    + ShellWord.of(in.folder().toString())
                                    + " --estimators "
                                    + ShellWord.of(origin.estimator())
                                    + ")")
                        .orElse(""));
  }

  private ScoredQuery scored(
      Explorer explorer,
      ExplorerSession session,
      InfluenceQuery query,
      InfluenceScores scores,
      JobContext progress) {
    Optional<ScoreStability> holds =
        stability
            ? explorer
                .explanations()
                .stability(session, estimator.id(), estimator.given(), query, scores, progress)
            : Optional.empty();
    Map<String, ?> told =
        verdict
            ? Map.of(
                InfluenceVerdicts.FIELD,
                new InfluenceVerdicts(explorer.reweights(), session).of(query, scores, progress))
            : Map.of();
    return new ScoredQuery(query, scores, holds, told);
  }

  private List<InfluenceQuery> queries(ExplorerSession session) {
    Queries make = new Queries(session);
    List<InfluenceQuery> queries = new ArrayList<>();
    for (String pair : pairs) {
      String[] parts = split(pair, ",", 2, "--pair", "two test indices such as 12,407");
      queries.add(make.pair(index(parts[0]), index(parts[1])));
    }
    for (String pair : classPairs) {
      String[] parts = split(pair, ",", 2, "--class-pair", "two classes such as 3,17");
      queries.add(
          make.group(new ConfusionGroup(make.label(parts[0]), List.of(make.label(parts[1])))));
    }
    for (String group : groups) {
      String[] parts = split(group, ":", 2, "--group", "classes such as 3:17,18");
      List<Integer> confused = new ArrayList<>();
      for (String part : parts[1].split(",", -1)) {
        confused.add(make.label(part));
      }
      queries.add(make.group(new ConfusionGroup(make.label(parts[0]), confused)));
    }
    return queries;
  }

  private static String[] split(
      String text, String separator, int count, String option, String allowed) {
    String[] parts = text.split(separator);
    if (parts.length != count) {
      throw new UsageException(option + " is " + text + "; allowed: " + allowed);
    }
    return parts;
  }

  private static int index(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new UsageException("--pair names \"" + text + "\", which is no test index");
    }
  }
}
