package eifexplorer.ui.marks;

import eifexplorer.influence.InfluenceQuery.TestPair;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The pair that is looked at, the same on every screen: whoever shows pairs follows it, and says when it is another. */
public final class OpenPairViewModel {
  private final ReadOnlyObjectWrapper<TestPair> pair = new ReadOnlyObjectWrapper<>();
  private Supplier<List<TestPair>> listed = List::of;

  /** The pair; null if there is none. */
  public ReadOnlyObjectProperty<TestPair> pairProperty() {
    return pair.getReadOnlyProperty();
  }

  /** Looks at a pair; null for none. */
  public void show(@Nullable TestPair newPair) {
    pair.set(newPair);
  }

  /** Says in which order pairs are walked through: what the list of the first screen shows. */
  public void listedBy(Supplier<List<TestPair>> newListed) {
    listed = newListed;
  }

  /** Looks at the pair so many places further down the list, or up; stays at its ends. */
  public void step(int by) {
    List<TestPair> all = listed.get();
    if (!all.isEmpty()) {
      int at = all.indexOf(pair.get());
      int place = at < 0 ? (by > 0 ? 0 : all.size() - 1) : at + by;
      show(all.get(Math.max(0, Math.min(all.size() - 1, place))));
    }
  }

  /** Place of the pair in the list, from 0; -1 if it is not listed. */
  public int place() {
    return listed.get().indexOf(pair.get());
  }

  /** How many pairs are listed. */
  public int count() {
    return listed.get().size();
  }
}
