package eifexplorer.ui.explore.card;

import eifexplorer.export.PairCard;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.project.CardMaker;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.explore.strips.EstimatorSetting;
import eifexplorer.ui.explore.strips.ExplainedPair;
import eifexplorer.ui.explore.strips.StripsViewModel;
import eifexplorer.ui.explore.verdict.Verdict;
import eifexplorer.ui.explore.verdict.VerdictViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is on the screen as a card: the pair with its strips and verdict as they are, or of several picked pairs what
 * the same estimator says of each.
 */
public final class CardViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final CardMaker maker;
  private final FileManager files;
  private final MarksViewModel marks;
  private final PairListViewModel pairs;
  private final StripsViewModel strips;
  private final VerdictViewModel verdict;
  private @Nullable ExplorerSession session;

  /** Nothing to write yet. */
  public CardViewModel(
      FxJobs jobs,
      NoticesViewModel notices,
      CardMaker maker,
      FileManager files,
      MarksViewModel marks,
      PairListViewModel pairs,
      StripsViewModel strips,
      VerdictViewModel verdict) {
    this.jobs = jobs;
    this.notices = notices;
    this.maker = maker;
    this.files = files;
    this.marks = marks;
    this.pairs = pairs;
    this.strips = strips;
    this.verdict = verdict;
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession) {
    session = newSession;
  }

  /** How many pairs would be written; 0 while there is nothing to write. */
  public int count() {
    int picked = pairs.picks().picked().size();
    return picked > 1 ? picked : explained() == null ? 0 : 1;
  }

  /** Says why there is nothing to write. */
  void sayNothing() {
    notices.info(Texts.of("There is a card once the scores of the pair are there."));
  }

  /** A file's name, without ending: {@code pair-12-407}. */
  public String name() {
    ExplainedPair now = explained();
    return count() > 1 || now == null
        ? "pairs"
        : "pair-" + now.pair().pair().wrong() + "-" + now.pair().pair().confusedWith();
  }

  /** The scores on the screen, unless those of another pair are still computed. */
  private @Nullable ExplainedPair explained() {
    return strips.influence().busyProperty().get()
        ? null
        : strips.influence().explainedProperty().get();
  }

  /** Writes a {@code .html} or {@code .png} file in the background. */
  public void write(Path file) {
    ExplorerSession of = session;
    ExplainedPair now = explained();
    if (of == null || count() == 0) {
      return;
    }
    if (count() > 1) {
      List<CardMaker.View> views = pairs.picks().meant().stream().map(this::view).toList();
      start(file, of, context -> all(of, views, context));
    } else if (now != null) {
      CardMaker.View view = view(now.pair(), now.setting());
      CardMaker.Answer answer =
          new CardMaker.Answer(
              now.scope().id(), now.scores().query(), now.scores().scores(), sentences());
      start(file, of, context -> List.of(maker.make(of, view, answer)));
    }
  }

  private List<PairCard> all(ExplorerSession of, List<CardMaker.View> views, JobContext context) {
    List<PairCard> cards = new ArrayList<>();
    for (CardMaker.View view : views) {
      context.checkCancelled();
      cards.add(maker.make(of, view, context));
      context.progress(cards.size(), views.size(), "pairs");
    }
    return cards;
  }

  /** What makes cards, in a job. */
  private interface Cards {
    List<PairCard> make(JobContext context);
  }

  private void start(Path file, ExplorerSession of, Cards cards) {
    jobs.start(
        Texts.of("Write {0}", file.getFileName()),
        Lane.IO,
        context -> {
          List<PairCard> made = cards.make(context);
          PairCard.write(file, made, Texts.of("{0}: confused pairs", of.name()), Texts.pages());
          return made.size();
        },
        Outcome.of(
            written ->
                notices.info(
                    written == 1
                        ? Texts.of("The card is written to {0}", file)
                        : Texts.of("{0} cards are written to {1}", Texts.count(written), file),
                    Texts.of("Open"),
                    () -> open(file)),
            notices::show));
  }

  private void open(Path file) {
    jobs.start(
        Texts.of("Open {0}", file.getFileName()),
        Lane.IO,
        context -> {
          files.open(file);
          return file;
        },
        Outcome.of(opened -> {}, notices::show));
  }

  private CardMaker.View view(PairItem pair) {
    return view(pair, strips.estimators().appliedProperty().get());
  }

  private CardMaker.View view(PairItem pair, EstimatorSetting setting) {
    return new CardMaker.View(
        new TestPair(pair.pair().wrong(), pair.pair().confusedWith()),
        setting.id(),
        setting.options(),
        marks.noteOn(pair.key()),
        CardMaker.TOP,
        pairs.list());
  }

  /** What stands above the strips; what is not tried yet is not said. */
  private List<String> sentences() {
    Verdict now = verdict.verdictProperty().get();
    if (now instanceof Verdict.Finding finding) {
      return List.of(finding.text());
    }
    if (now instanceof Verdict.Harm harm) {
      return Stream.of(
              harm.who(), harm.trial() instanceof Verdict.Tried tried ? tried.effect().text() : "")
          .filter(sentence -> !sentence.isEmpty())
          .toList();
    }
    return List.of();
  }
}
