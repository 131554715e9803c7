package eifexplorer.ui.kit;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Gives the values of a list that is chosen from their words. */
public final class WordConverter<T> extends StringConverter<T> {
  private final Function<T, String> words;

  /**
   * A converter one way only: the list is not typed into.
   *
   * @param words of a value, or of null where nothing is chosen
   */
  public WordConverter(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(T value) {
    return words.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("The list is not typed into");
  }
}
