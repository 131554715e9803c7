package eifexplorer.ui.train;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which columns the table of runs has. */
public final class RunColumns {
  /** Remembers the columns that a user chose. */
  public interface Memory {
    /** Ids of the columns; none for the usual ones. */
    List<String> runColumns();

    /** Remembers others. */
    void keepRunColumns(List<String> ids);
  }

  private final Memory memory;
  private final ObservableList<RunColumn> shown = FXCollections.observableArrayList();
  private final ObservableList<RunColumn> view = FXCollections.unmodifiableObservableList(shown);

  RunColumns(Memory memory) {
    this.memory = memory;
    shown.setAll(RunColumn.named(memory.runColumns()));
  }

  /** Those that show, in the table's order. */
  public ObservableList<RunColumn> shown() {
    return view;
  }

  /** Shows a column or leaves it out; the last one stays. */
  public void toggle(RunColumn column) {
    List<RunColumn> wanted = new ArrayList<>(shown);
    if (!wanted.remove(column)) {
      wanted.add(column);
    }
    if (!wanted.isEmpty()) {
      take(RunColumn.ALL.stream().filter(wanted::contains).toList());
    }
  }

  /** Shows the usual ones. */
  public void reset() {
    take(RunColumn.USUAL);
  }

  private void take(List<RunColumn> columns) {
    shown.setAll(columns);
    memory.keepRunColumns(columns.stream().map(RunColumn::id).toList());
  }
}
