package eifexplorer.ui.explore.confusions;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;

/** Any class or one of those that occur; the first letters of a name lead to it. */
final class ClassChoice extends ComboBox<ClassChoice.Entry> {
  private static final Entry ANY = new Entry(OptionalInt.empty(), "any class");

  private final PauseTransition pause = new PauseTransition(Duration.seconds(1));
  private String typed = "";

  /** A class, or any. */
  record Entry(OptionalInt label, String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  ClassChoice(String name, Consumer<OptionalInt> choose) {
    setAccessibleText(name);
    setMaxWidth(Double.MAX_VALUE);
    setVisibleRowCount(12);
    pause.setOnFinished(event -> typed = "");
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    setOnAction(
        event -> {
          if (getValue() != null) {
            choose.accept(getValue().label());
          }
        });
  }

  /** Offers the classes on one side of the pairs and shows which is chosen. */
  void show(PairIndex index, ToIntFunction<ClassPairRow> side, OptionalInt chosen) {
    List<Entry> classes =
        index.classPairs().stream()
            .mapToInt(side)
            .distinct()
            .mapToObj(label -> new Entry(OptionalInt.of(label), index.className(label)))
            .sorted(Comparator.comparing(Entry::name))
            .toList();
    List<Entry> entries = Stream.concat(Stream.of(ANY), classes.stream()).toList();
    if (!entries.equals(getItems())) {
      getItems().setAll(entries);
    }
    setValue(
        entries.stream().filter(entry -> entry.label().equals(chosen)).findFirst().orElse(ANY));
  }

  /** A letter is no command here. */
  private void pressed(KeyEvent event) {
    if (event.getCode().isLetterKey() && !event.isShortcutDown() && !event.isAltDown()) {
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    String letter = event.getCharacter().toLowerCase(Locale.ROOT);
    if (letter.isBlank() || Character.isISOControl(letter.charAt(0))) {
      return;
    }
    typed += letter;
    pause.playFromStart();
    getItems().stream()
        .filter(entry -> entry.name().toLowerCase(Locale.ROOT).startsWith(typed))
        .findFirst()
        .ifPresent(this::setValue);
    event.consume();
  }
}
