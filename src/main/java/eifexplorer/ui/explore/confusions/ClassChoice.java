package eifexplorer.ui.explore.confusions;

import eifexplorer.ui.kit.SearchableChoice;
import eifexplorer.ui.kit.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Any class or one of those that occur. */
final class ClassChoice extends SearchableChoice<ClassChoice.Entry> {
  private static final Entry ANY = new Entry(OptionalInt.empty(), Texts.of("any class"));

  /** A class, or any. */
  record Entry(OptionalInt label, String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  ClassChoice(String name, Consumer<OptionalInt> choose) {
    super(name);
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
}
