package eifexplorer.cli;

import eifexplorer.dataset.Sample;
import eifexplorer.export.OutputFormat;
import eifexplorer.export.PageLanguage;
import eifexplorer.export.PairCard;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.InfluenceScores;
import eifexplorer.job.JobContext;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.CardMaker;
import eifexplorer.project.Explorer;
import eifexplorer.project.PairLink;
import eifexplorer.review.ReviewMarks;
import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.Queries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes cards of pairs: photographs, strips, verdict, and what shows the view again. */
@Command(
    name = "card",
    header = "Writes a card of a pair, to be handed on.",
    description =
        "Both photographs, the training images that harm and help them, the verdict as far as it is"
            + " known, the estimator's worth, and the command and link that show the view again."
            + " Several pairs become one contact sheet.")
final class CardCommand extends ExplorerCommand {
  @Mixin private ForceOption force = new ForceOption();

  @Mixin private SourceOptions source = new SourceOptions();

  @Option(
      names = "--loss-type",
      paramLabel = "NAME",
      description = "What the bundle's model was trained with (a workspace knows).")
  private @Nullable String lossType;

  @Option(
      names = "--pair",
      paramLabel = "i,j",
      description = "Two test indices, from 0; may be repeated.")
  private List<String> pairs = new ArrayList<>();

  @Option(names = "--noted", description = "Also every pair of the workspace with a note.")
  private boolean noted;

  @Option(names = "--reviewed", description = "Also every pair that was marked as reviewed.")
  private boolean reviewed;

  @Mixin private EstimatorChoice estimator = new EstimatorChoice();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "" + CardMaker.TOP,
      description = "Training images of each sign (default: ${DEFAULT-VALUE}).")
  private int top;

  @Option(
      names = "--verdict",
      description =
          "Try whether leaving the harmful images out fixes the pair, if that is not known.")
  private boolean verdict;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description =
          "A .html page that needs nothing else, or for one pair a .png picture; may be repeated.")
  private List<Path> out = new ArrayList<>();

  private CardCommand(CommandContext context) {
    super(context);
  }

  /** The command; its help names the estimators there are. */
  static CommandLine line(CommandContext context) {
    return EstimatorChoice.naming(context, new CommandLine(new CardCommand(context)));
  }

  @Override
  void run(Explorer explorer, JobContext progress) {
    if (pairs.isEmpty() && !noted && !reviewed) {
      throw new UsageException("Missing option --pair, --noted or --reviewed");
    }
    if (top < 0) {
      throw new UsageException("--top is " + top + "; allowed: 0 or more");
    }
    for (Path file : out) {
      force.check(file, OutputFormat.HTML, OutputFormat.PNG);
    }
    ExplorerSession session = source.openWithLoss(explorer, lossType, progress);
    force.outside(session);
    ReviewMarks marks =
        session
            .workspace()
            .map(workspace -> ReviewMarks.in(workspace.review()))
            .orElseGet(ReviewMarks::inMemory);
    Set<TestPair> wanted = wanted(session, marks);
    List<PairCard> cards = new ArrayList<>();
    for (TestPair pair : wanted) {
      cards.add(card(explorer, session, pair, note(session, marks, pair), progress));
      progress.progress(cards.size(), wanted.size(), "cards");
    }
    out.forEach(
        file ->
            PairCard.write(file, cards, session.name() + ": confused pairs", PageLanguage.ENGLISH));
    told(cards);
  }

  private void told(List<PairCard> cards) {
    if (json()) {
      console().json(cards.stream().map(CardCommand::described).toList());
      return;
    }
    for (PairCard card : cards) {
      console().line("%s", card.title());
      card.again().ifPresent(again -> console().line("  %s", again.command()));
    }
    out.forEach(file -> console().note("Written: " + file));
  }

  /** A card for JSON. */
  static Map<String, Object> described(PairCard card) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("pair", card.pair().stream().map(PairCard.Photo::index).toList());
    described.put("distance", card.distance());
    described.put("verdict", card.verdict());
    card.origin().describeIn(described);
    card.again()
        .ifPresent(
            again -> {
              described.put("command", again.command());
              described.put("link", again.link());
            });
    return described;
  }

  private PairCard card(
      Explorer explorer, ExplorerSession session, TestPair pair, String note, JobContext progress) {
    CardMaker.View view =
        new CardMaker.View(pair, estimator.id(), estimator.given(), note, top, Map.of());
    estimator.of(explorer, session);
    return verdict
        ? tried(explorer, session, view, progress)
        : explorer.cards().make(session, view, progress);
  }

  private PairCard tried(
      Explorer explorer, ExplorerSession session, CardMaker.View view, JobContext progress) {
    InfluenceQuery query = new Queries(session).pair(view.pair().first(), view.pair().second());
    InfluenceScores scores =
        explorer
            .explanations()
            .explain(
                session,
                estimator.of(explorer, session),
                estimator.given(),
                List.of(query),
                progress)
            .get(0);
    InfluenceVerdicts.Written told =
        new InfluenceVerdicts(explorer.reweights(), session).of(query, scores, progress);
    List<String> sentences = Stream.of(told.who(), told.text()).filter(s -> !s.isEmpty()).toList();
    return explorer
        .cards()
        .make(session, view, new CardMaker.Answer(PairLink.PAIR, query, scores, sentences));
  }

  private Set<TestPair> wanted(ExplorerSession session, ReviewMarks marks) {
    Set<TestPair> wanted = new LinkedHashSet<>();
    for (String pair : pairs) {
      wanted.add(
          PairLink.indices(pair)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "--pair is " + pair + "; allowed: two test indices such as 12,407")));
    }
    Map<String, Integer> indices = new LinkedHashMap<>();
    List<Sample> test = session.dataset().test();
    for (int i = 0; i < test.size(); i++) {
      indices.put(test.get(i).path(), i);
    }
    Stream.of(
            noted ? marks.notes().keySet() : Set.<PairKey>of(),
            reviewed ? marks.reviewed() : Set.<PairKey>of())
        .flatMap(Collection::stream)
        .flatMap(key -> pair(key, indices).stream())
        .forEach(wanted::add);
    if (wanted.isEmpty()) {
      throw new ProblemException("No pair of the workspace is marked so", "", "Give --pair.");
    }
    return wanted;
  }

  /** Empty if one of its images is no longer there. */
  private static Optional<TestPair> pair(PairKey key, Map<String, Integer> indices) {
    @Nullable Integer first = indices.get(key.wrong());
    @Nullable Integer second = indices.get(key.confusedWith());
    return first == null || second == null
        ? Optional.empty()
        : Optional.of(new TestPair(first, second));
  }

  private static String note(ExplorerSession session, ReviewMarks marks, TestPair pair) {
    List<Sample> test = session.dataset().test();
    if (Math.max(pair.first(), pair.second()) >= test.size()) {
      return "";
    }
    PairKey key = new PairKey(test.get(pair.first()).path(), test.get(pair.second()).path());
    Map<PairKey, String> notes = marks.notes();
    return notes.getOrDefault(key, notes.getOrDefault(key.reversed(), ""));
  }
}
