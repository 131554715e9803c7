package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.CommandCaps;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.NameLabel;
import eifexplorer.ui.kit.PictureLoader;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.photo.ZoomCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The middle: how far the review is, the image large, and the classes it may belong to. */
final class ImagePane extends StackPane {
  private final ReviewViewModel model;
  private final QueueViewModel queue;
  private final QueueDecisions decisions;
  private final Label givenWord = label(Texts.of("Given label"), "small", "muted");
  private final NameLabel given = new NameLabel("h1");
  private final Label decision = label("", "pill", "decision-pill");
  private final Label noted = label("", "small", "muted");
  private final Label title = label("", "small", "muted");
  private final Label prefer = label("", "small", "muted");
  private final PhotosPane photos;
  private final CandidateCard givenCard;
  private final List<CandidateCard> cards = new ArrayList<>();
  private final Button another;
  private final ClassSearch search;
  private final NoteSheet note;
  private final VBox content;

  ImagePane(ReviewViewModel model, PictureLoader pictures, Flyout flyout) {
    this.model = model;
    queue = model.queue();
    decisions = queue.decisions();
    photos = new PhotosPane(model, pictures);
    VBox.setVgrow(photos, Priority.ALWAYS);
    givenCard = new CandidateCard(pictures, "0", 1, decisions::keep, photos::enlarge);
    for (int k = 1; k <= Suggested.CANDIDATES; k++) {
      int of = k;
      cards.add(
          new CandidateCard(
              pictures, String.valueOf(k), 1, () -> decisions.choose(of), photos::enlarge));
    }
    another = button(Texts.of("another class"), this::typeClass, "flat-button");
    another.setGraphic(key("/"));
    another.setId("type-class");
    search =
        new ClassSearch(
            model,
            flyout,
            new ClassSearch.Answers(
                decisions::chooseLabel,
                Optional.of(decisions::also),
                decisions::newClass,
                decisions::none));
    note = new NoteSheet(model, flyout);
    content =
        new VBox(
            8,
            new ReviewProgress(model),
            head(),
            new ConflictStrip(model),
            photos,
            question(),
            cardRow());
    content.getStyleClass().add("review-centre");
    getChildren().addAll(content, new VacancyPane(model));
    queue.signsProperty().addListener((value, old, now) -> showDecision());
  }

  private HBox head() {
    decision.setMinWidth(USE_PREF_SIZE);
    noted.setMinWidth(0);
    noted.setGraphic(new FontIcon(Feather.EDIT_3));
    HBox name = new HBox(8, given, decision, noted);
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
    Button unsure = button(Texts.of("unsure"), decisions::unsure, "flat-button");
    unsure.setGraphic(new CommandCaps(ReviewCommand.UNSURE));
    Button exclude = button(Texts.of("exclude"), decisions::exclude, "flat-button");
    exclude.setGraphic(new CommandCaps(ReviewCommand.EXCLUDE_IMAGE));
    Button beside = button(Texts.of("side by side"), model.exemplars()::toggle, "flat-button");
    beside.setGraphic(new CommandCaps(ReviewCommand.SIDE_BY_SIDE));
    beside.setId("side-by-side");
    HBox row =
        new HBox(
            4,
            label(Texts.of("Which class is it?"), "h2"),
            spacer(),
            beside,
            unsure,
            exclude,
            another);
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
    photos.show(image);
    if (image == null) {
      return;
    }
    boolean blind = image.given().isEmpty();
    givenWord.setText(
        blind ? Texts.of("Given label and reasons are hidden") : Texts.of("Given label"));
    given.setName(image.given().map(Candidate::name).orElse(Texts.of("Blind pass")));
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
    ShownImage image = queue.shownProperty().get();
    say(decision, image == null ? "" : queue.decisionText());
    say(noted, image == null ? "" : queue.note(image.trainIndex()));
  }

  private static void say(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
    label.setManaged(!text.isEmpty());
  }

  void zoom(ZoomCommand command) {
    photos.zoom(command);
  }

  /** Opens the search for another class. */
  void typeClass() {
    if (queue.shownProperty().get() != null) {
      search.open(another);
    }
  }

  /** Opens the note on the image. */
  void writeNote() {
    if (queue.shownProperty().get() != null) {
      note.open(photos);
    }
  }

  void compact(boolean small) {
    givenCard.compact(small);
    cards.forEach(card -> card.compact(small));
    content.setSpacing(small ? 4 : 8);
  }
}
