package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.review.QueueEstimate;
import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.EmptyState;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.kit.Tips;
import eifexplorer.ui.photo.PairZoom;
import eifexplorer.ui.photo.PhotoPane;
import eifexplorer.ui.photo.ZoomCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The middle: how far the review is, the image large, and the classes it may belong to. */
final class ImagePane extends StackPane {

  private final QueueViewModel queue;
  private final Label reviewed = label("", "secondary");
  private final Label left = label("", "secondary");
  private final ProgressBar bar = new ProgressBar(0);
  private final Label givenWord = label("Given label", "small", "muted");
  private final NameLabel given = new NameLabel("h1");
  private final Label decision = label("", "pill", "decision-pill");
  private final Label title = label("", "small", "muted");
  private final Label prefer = label("", "small", "muted");
  private final PairZoom zoom = new PairZoom();
  private final PhotoPane photo;
  private final CandidateCard givenCard;
  private final List<CandidateCard> cards = new ArrayList<>();
  private final Button another;
  private final ClassSearch search;
  private final VBox content;
  private final EmptyState done;

  ImagePane(ReviewViewModel model, PictureLoader pictures, Flyout flyout) {
    this.queue = model.queue();
    photo = new PhotoPane(pictures, zoom, zoom.left());
    photo.setMinHeight(120);
    VBox.setVgrow(photo, Priority.ALWAYS);
    givenCard = new CandidateCard(pictures, "0", queue::keep);
    for (int k = 1; k <= Suggested.CANDIDATES; k++) {
      int of = k;
      cards.add(new CandidateCard(pictures, String.valueOf(k), () -> queue.choose(of)));
    }
    another = button("another class", this::typeClass, "flat-button");
    another.setGraphic(key("/"));
    another.setId("type-class");
    search = new ClassSearch(model, flyout);
    content = new VBox(8, progress(), head(), photo, question(), cardRow());
    content.getStyleClass().add("review-centre");
    done =
        new EmptyState(
            Feather.CHECK_CIRCLE,
            "Nothing left to review",
            "",
            button("Look at the first again", queue::next));
    getChildren().addAll(content, done);
    model.staged().summaryProperty().addListener((value, old, now) -> showSummary(now));
    queue.signsProperty().addListener((value, old, now) -> showDecision());
    queue
        .blindProperty()
        .addListener((value, old, now) -> showSummary(model.staged().summaryProperty().get()));
    showSummary(model.staged().summaryProperty().get());
  }

  private HBox progress() {
    bar.getStyleClass().add("thin-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText("Wrong labels found, of those that are likely there");
    HBox words = new HBox(8, reviewed, spacer(), left);
    left.setMinWidth(USE_PREF_SIZE);
    VBox lines = new VBox(6, words, bar);
    HBox.setHgrow(lines, Priority.ALWAYS);
    Segments<Boolean> blind =
        new Segments<>(
            List.of(false, true),
            hidden -> hidden ? "Blind" : "Labels shown",
            queue.blindProperty().asObject(),
            queue.blindProperty()::set);
    HBox row = new HBox(16, lines, blind);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("review-progress");
    return row;
  }

  private HBox head() {
    decision.setMinWidth(USE_PREF_SIZE);
    HBox name = new HBox(8, given, decision);
    name.setAlignment(Pos.CENTER_LEFT);
    VBox labels = new VBox(0, givenWord, name);
    HBox.setHgrow(labels, Priority.ALWAYS);
    labels.setMinWidth(0);
    VBox facts = new VBox(2, title, prefer);
    facts.setAlignment(Pos.BOTTOM_RIGHT);
    facts.setMinWidth(0);
    HBox row = new HBox(16, labels, facts);
    row.setAlignment(Pos.BOTTOM_LEFT);
    return row;
  }

  private HBox question() {
    Button unsure = button("unsure", queue::unsure, "flat-button");
    unsure.setGraphic(new CommandCaps(ReviewCommand.UNSURE));
    Button exclude = button("exclude", queue::exclude, "flat-button");
    exclude.setGraphic(new CommandCaps(ReviewCommand.EXCLUDE_IMAGE));
    HBox row = new HBox(4, label("Which class is it?", "h2"), spacer(), unsure, exclude, another);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private HBox cardRow() {
    HBox row = new HBox(8, givenCard);
    row.getChildren().addAll(cards);
    row.getChildren()
        .forEach(
            card -> {
              HBox.setHgrow(card, Priority.ALWAYS);
              ((CandidateCard) card).setPrefWidth(0);
            });
    return row;
  }

  void show(ShownImage image) {
    content.setVisible(image != null);
    done.setVisible(image == null);
    zoom.reset();
    if (image == null) {
      photo.show(null);
      return;
    }
    photo.show(image.picture());
    boolean blind = image.given().isEmpty();
    givenWord.setText(blind ? "Given label and reasons are hidden" : "Given label");
    given.setName(image.given().map(Candidate::name).orElse("Blind pass"));
    title.setText(image.title());
    prefer.setText(image.prefer());
    givenCard.setVisible(!blind);
    givenCard.setManaged(!blind);
    givenCard.show(image.given().orElse(null), true);
    for (int k = 0; k < cards.size(); k++) {
      cards.get(k).show(k < image.candidates().size() ? image.candidates().get(k) : null, false);
    }
    showDecision();
  }

  private void showDecision() {
    String said = queue.shownProperty().get() == null ? "" : queue.decision();
    decision.setText(said);
    decision.setVisible(!said.isEmpty());
    decision.setManaged(!said.isEmpty());
  }

  private void showSummary(Summary summary) {
    if (summary == null) {
      reviewed.setText("");
      left.setText("");
      bar.setProgress(0);
      return;
    }
    QueueEstimate estimate = summary.estimate();
    long about = Math.round(estimate.expected());
    reviewed.setText(
        Texts.count(summary.decided())
            + " reviewed"
            + (queue.blindProperty().get()
                ? ""
                : " · " + Texts.count(summary.wrong(), "was wrong", "were wrong"))
            + (summary.secondsEach() == 0
                ? ""
                : String.format(Locale.ENGLISH, " · %.1f s each", summary.secondsEach())));
    left.setText(
        estimate.known() ? remaining(summary, estimate, about) : "What remains is not known yet");
    Tips.on(left, basis(summary));
    bar.setProgress(
        estimate.known()
            ? summary.wrong() / Math.max(1, summary.wrong() + estimate.expected())
            : (double) summary.decided() / Math.max(1, summary.size()));
    done.say(
        "Nothing left to review",
        Texts.count(summary.decided(), "image", "images")
            + " reviewed, "
            + Texts.count(summary.wrong(), "label was wrong", "labels were wrong")
            + ". Commit what is staged, then retrain and compare.");
  }

  private static String remaining(Summary summary, QueueEstimate estimate, long about) {
    return "≈ "
        + Texts.count(about, "wrong label remains", "wrong labels remain")
        + " ("
        + estimate.low()
        + "–"
        + estimate.high()
        + ") · "
        + Texts.percent(estimate.expected() / Math.max(1, summary.size()));
  }

  private static String basis(Summary summary) {
    QueueEstimate estimate = summary.estimate();
    return (estimate.known()
            ? "90 % range, from " + estimate.basis() + "."
            : estimate.basis() + "; known once each half of the queue has a few.")
        + summary.better().map(order -> "\nAnother order: " + order.sentence() + ".").orElse("");
  }

  void zoom(ZoomCommand command) {
    zoom.perform(command);
  }

  /** Opens the search for another class. */
  void typeClass() {
    if (queue.shownProperty().get() != null) {
      search.open(another, queue::chooseLabel);
    }
  }

  void compact(boolean small) {
    givenCard.compact(small);
    cards.forEach(card -> card.compact(small));
    content.setSpacing(small ? 4 : 8);
  }
}
