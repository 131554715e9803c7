package eifexplorer.ui.shell;

import static eifexplorer.ui.kit.Controls.button;
import static eifexplorer.ui.kit.Controls.iconButton;
import static eifexplorer.ui.kit.Controls.key;
import static eifexplorer.ui.kit.Controls.label;
import static eifexplorer.ui.kit.Controls.spacer;

import eifexplorer.ui.kit.KeyCaps;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.Segments;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Page;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.ScreenKeys;
import eifexplorer.ui.screen.ScreenKeys.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Every key, on a sheet over the window; pressing one changes it. */
final class HelpSheet extends VBox {
  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final double CAPS = 112;
  private static final double DOES = 192;
  private static final double ROW = 24;

  private final KeysViewModel keys;
  private final List<KeyCommand> everywhere;
  private final List<Screen> screens;
  private final ObjectProperty<Screen> screen = new SimpleObjectProperty<>();
  private final HBox columns = new HBox(24);
  private final HBox question = new HBox(8);
  private final Button resetAll;
  private KeyCommand last = WindowCommand.HELP;

  /**
   * What its buttons do.
   *
   * @param guide opens the guide
   * @param tour begins the tour
   * @param report shows what to report trouble with
   * @param close closes the sheet
   */
  record Actions(Runnable guide, Runnable tour, Runnable report, Runnable close) {}

  /** The keys of the window and of those screens that have some. */
  HelpSheet(KeysViewModel keys, List<Screen> all, Actions actions) {
    super(12);
    this.keys = keys;
    everywhere = WindowCommands.everywhere(all);
    screens = all.stream().filter(one -> !one.keys().groups().isEmpty()).toList();
    screen.set(screens.isEmpty() ? null : screens.get(0));
    getStyleClass().addAll("sheet", "help-sheet");
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    Segments<Screen> choice = new Segments<>(screens, Screen::title, screen, screen::set);
    resetAll = button(Texts.of("Usual keys"), keys::resetAll);
    resetAll.setAccessibleText(Texts.of("Give every command its usual key back"));
    HBox head =
        new HBox(
            8,
            label(Texts.of("Keys"), "h1"),
            choice,
            label(Texts.of("Press a key here to change it"), "muted"),
            spacer(),
            button(Texts.of("Guide"), actions.guide()),
            button(Texts.of("Tour"), actions.tour()),
            button(Texts.of("Report a problem"), actions.report()),
            resetAll,
            iconButton(Feather.X, Texts.of("Close (Esc)"), actions.close()));
    head.setAlignment(Pos.CENTER_LEFT);
    question.setAlignment(Pos.CENTER_LEFT);
    question.getStyleClass().add("key-question");
    getChildren().addAll(head, question, scrolling());
    screen.addListener((value, old, now) -> fill());
    keys.mapProperty().addListener((value, old, now) -> fill());
    keys.changingProperty().addListener((value, old, now) -> fill());
    keys.conflictProperty().addListener((value, old, now) -> ask());
    fill();
  }

  /** As large as the keys need, and no larger than the window. */
  private ScrollPane scrolling() {
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.prefViewportHeightProperty().bind(columns.heightProperty());
    scroll.prefViewportWidthProperty().bind(columns.widthProperty());
    scroll.setMinHeight(ROW);
    scroll.setFocusTraversable(false);
    return scroll;
  }

  /** The screen's groups in one or two columns, then the window's; what can't be changed goes where there is room. */
  private void fill() {
    ScreenKeys shown = screen.get() == null ? ScreenKeys.NONE : screen.get().keys();
    List<VBox> groups = new ArrayList<>(shown.groups().stream().map(this::group).toList());
    VBox window = group(new ScreenKeys.Group(Texts.of("Window"), everywhere));
    VBox always = always(shown.fixed());
    columns.getChildren().clear();
    if (groups.size() > 1) {
      VBox second = groups.remove(groups.size() - 1);
      addColumn(groups);
      addColumn(List.of(second));
      addColumn(List.of(window, always));
    } else {
      groups.forEach(group -> addColumn(List.of(group)));
      addColumn(List.of(always));
      addColumn(List.of(window));
    }
    resetAll.setDisable(keys.mapProperty().get().changes().isEmpty());
    ask();
    focus();
  }

  private void addColumn(List<VBox> groups) {
    columns.getChildren().add(new VBox(16, groups.toArray(Node[]::new)));
  }

  /** Turns to the keys of a screen, if it has some. */
  void turnTo(Page page) {
    screens.stream().filter(one -> one == page).forEach(screen::set);
  }

  /** Keeps the keyboard on the sheet, where its buttons are made anew. */
  void focus() {
    Node button = lookup("#" + id(last));
    if (button != null && isVisible()) {
      button.requestFocus();
    }
  }

  private static String id(KeyCommand command) {
    return "key-" + command.name().toLowerCase(Locale.ROOT);
  }

  private VBox group(ScreenKeys.Group group) {
    GridPane grid = grid();
    int row = 0;
    for (KeyCommand command : group.commands()) {
      grid.addRow(row++, capButton(command), does(command));
    }
    return new VBox(6, label(group.title(), "section-head"), grid);
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-grid");
    return grid;
  }

  private static VBox always(List<Fixed> ofScreen) {
    GridPane grid = grid();
    int row = 0;
    List<Fixed> all = new ArrayList<>(ofScreen);
    all.addAll(WindowCommands.ALWAYS);
    for (Fixed fixed : all) {
      HBox caps = caps(fixed.caps());
      caps.setMinWidth(CAPS);
      caps.setMinHeight(ROW);
      grid.addRow(row++, caps, words(fixed.does()));
    }
    return new VBox(6, label(Texts.of("Always"), "section-head"), grid);
  }

  private static HBox caps(List<String> names) {
    HBox caps = new HBox(4);
    caps.setAlignment(Pos.CENTER_LEFT);
    names.forEach(name -> caps.getChildren().add(key(name)));
    return caps;
  }

  private Button capButton(KeyCommand command) {
    boolean waiting = keys.changingProperty().get() == command;
    List<String> names = KeyCaps.of(keys.mapProperty().get().key(command));
    Button button = new Button(waiting ? Texts.of("press a key") : "");
    button.setId(id(command));
    button.getStyleClass().add("key-button");
    button.pseudoClassStateChanged(WAITING, waiting);
    button.setGraphic(waiting ? null : caps(names));
    button.setMinWidth(CAPS);
    button.setAlignment(Pos.CENTER_LEFT);
    button.setAccessibleText(
        waiting
            ? Texts.of("Press the new key for: {0}", command.does())
            : Texts.of("{0}: {1}. Press to change.", command.does(), String.join(" ", names)));
    button.setOnAction(
        event -> {
          last = command;
          keys.change(command);
        });
    return button;
  }

  private Node does(KeyCommand command) {
    Label text = words(command.does());
    HBox row = new HBox(4, text);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPrefWidth(DOES);
    if (keys.mapProperty().get().isChanged(command)) {
      Button reset =
          iconButton(
              Feather.ROTATE_CCW,
              Texts.of("Back to {0}: {1}", KeyCaps.text(command.usual()), command.does()),
              () -> keys.reset(command));
      reset.getStyleClass().add("tiny-button");
      row.getChildren().add(reset);
    }
    return row;
  }

  private static Label words(String text) {
    Label label = label(text);
    label.setWrapText(true);
    label.setMaxWidth(DOES);
    return label;
  }

  /** The line over the keys: what is waited for, or what is wrong with the key that was pressed. */
  private void ask() {
    question.getChildren().clear();
    KeyCommand changing = keys.changingProperty().get();
    KeysViewModel.Conflict conflict = keys.conflictProperty().get();
    question.setVisible(changing != null);
    if (changing == null) {
      question.getChildren().add(label(" "));
    } else if (conflict == null) {
      question
          .getChildren()
          .addAll(
              label(Texts.of("Press the new key for “{0}”.", changing.does())),
              key("Esc"),
              label(Texts.of("keeps the old one"), "muted"));
    } else {
      sayConflict(conflict);
    }
  }

  private void sayConflict(KeysViewModel.Conflict conflict) {
    String pressed = String.join(" ", KeyCaps.of(conflict.key()));
    if (conflict.owner() == null) {
      question
          .getChildren()
          .add(label(Texts.of("{0} always does the same. Press another key.", pressed)));
      return;
    }
    Button swap = button(Texts.of("Swap"), keys::swap, "accent-button", "small-button");
    swap.setId("swap-keys");
    question
        .getChildren()
        .addAll(
            label(
                Texts.of(
                    "{0} is the key for “{1}”. Swap the two?", pressed, conflict.owner().does())),
            swap,
            button(Texts.of("Keep"), keys::cancel, "small-button"));
  }
}
