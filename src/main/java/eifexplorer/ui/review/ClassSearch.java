package eifexplorer.ui.review;

import static eifexplorer.ui.kit.Controls.label;
import static java.util.Objects.requireNonNull;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Flyout;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** A class by its name: some letters, Enter. Also one that the data set lacks, none of them, or a second one. */
final class ClassSearch extends VBox {
  private static final double WIDTH = 300;
  private static final double ROW = 28;
  private static final int ROWS = 8;

  private final ReviewViewModel model;
  private final Flyout flyout;
  private final Answers answers;
  private final TextField field = new TextField();
  private final ListView<Answer> list = new ListView<>();

  /**
   * What is done with what was found.
   *
   * @param label takes a class
   * @param also takes a second class of the same image; empty where that makes no sense
   * @param newClass takes the name of a class that the data set lacks
   * @param none is run for none of the classes
   */
  record Answers(
      IntConsumer label, Optional<IntConsumer> also, Consumer<String> newClass, Runnable none) {}

  /** A row: a class, or what is said instead of one. */
  private record Answer(String title, Optional<ClassLabel> label, Runnable choose) {}

  ClassSearch(ReviewViewModel model, Flyout flyout, Answers answers) {
    super(8);
    this.model = model;
    this.flyout = flyout;
    this.answers = answers;
    field.setId("class-search");
    field.setPromptText(Texts.of("Name of the class"));
    field.setAccessibleText(Texts.of("Name of the class, Enter chooses"));
    field.textProperty().addListener((value, old, now) -> find());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setFocusTraversable(false);
    list.setAccessibleText(Texts.of("Classes with this name"));
    list.setFixedCellSize(ROW);
    list.setPrefSize(WIDTH, ROW * ROWS);
    list.setCellFactory(view -> new AnswerCell());
    list.setOnMouseClicked(event -> choose(event.isShiftDown()));
    Label how =
        label(
            answers.also().isPresent()
                ? Texts.of("Enter: it is this class. Shift Enter: it shows this class too.")
                : Texts.of("Enter: they are this class."),
            "small",
            "muted");
    getChildren().addAll(label(Texts.of("Type a class"), "section-head"), field, list, how);
  }

  private static final class AnswerCell extends ListCell<Answer> {
    @Override
    protected void updateItem(Answer answer, boolean empty) {
      super.updateItem(answer, empty);
      setText(empty || answer == null ? null : answer.title());
    }
  }

  /** Opens below a node. */
  void open(Node anchor) {
    field.clear();
    find();
    flyout.toggle(anchor, this);
    field.requestFocus();
  }

  private void find() {
    String typed = field.getText().strip();
    List<ClassLabel> found = classes(typed.toLowerCase(Locale.ROOT));
    List<Answer> rows = new ArrayList<>();
    found.forEach(
        label ->
            rows.add(
                new Answer(
                    label.displayName(),
                    Optional.of(label),
                    () -> answers.label().accept(label.label()))));
    boolean known = found.stream().anyMatch(of -> of.displayName().equalsIgnoreCase(typed));
    if (!typed.isEmpty() && !known) {
      rows.add(
          new Answer(
              Texts.of("New class “{0}”", typed),
              Optional.empty(),
              () -> answers.newClass().accept(typed)));
    }
    rows.add(new Answer(Texts.of("None of these classes"), Optional.empty(), answers.none()));
    list.getItems().setAll(rows);
    // A slip of the finger must not make a class: what is no class has to be gone to.
    list.getSelectionModel().clearSelection();
    if (!found.isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private List<ClassLabel> classes(String words) {
    ExplorerSession session = requireNonNull(model.session());
    int trained = session.dataset().trainClassCount();
    return session.dataset().classes().subList(0, trained).stream()
        .filter(label -> label.displayName().toLowerCase(Locale.ROOT).contains(words))
        .sorted(
            Comparator.comparing(
                label -> !label.displayName().toLowerCase(Locale.ROOT).startsWith(words)))
        .toList();
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> list.getSelectionModel().selectNext();
      case UP -> list.getSelectionModel().selectPrevious();
      case ENTER -> choose(event.isShiftDown());
      default -> {
        return;
      }
    }
    list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS / 2));
    event.consume();
  }

  private void choose(boolean asSecond) {
    Answer answer = list.getSelectionModel().getSelectedItem();
    if (answer == null) {
      return;
    }
    boolean second = asSecond && answers.also().isPresent() && answer.label().isPresent();
    flyout.close();
    if (second) {
      answers.also().get().accept(answer.label().get().label());
    } else {
      answer.choose().run();
    }
  }
}
