package eifexplorer.ui.explore;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.ui.explore.compare.CompareViewModel;
import eifexplorer.ui.explore.confusions.ConfusionsViewModel;
import eifexplorer.ui.explore.confusions.PairFilter;
import eifexplorer.ui.explore.copies.CopiesViewModel;
import eifexplorer.ui.explore.diff.DiffViewModel;
import eifexplorer.ui.explore.strips.StripsViewModel;
import eifexplorer.ui.explore.totals.CulpritActions;
import eifexplorer.ui.explore.totals.CulpritsViewModel;
import eifexplorer.ui.explore.totals.TryWithoutViewModel;
import eifexplorer.ui.explore.whatif.WhatIfViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;

/** The sheets that open over the middle of the Explore screen, one at a time. */
public final class SheetsViewModel {
  private final WhatIfViewModel whatIf;
  private final CompareViewModel compare;
  private final CulpritsViewModel culprits;
  private final CopiesViewModel copies;
  private final DiffViewModel diff;
  private final List<BooleanProperty> all;

  /**
   * Closed, without a session.
   *
   * @param goTo shows a pair by its test images
   */
  SheetsViewModel(
      FxJobs jobs,
      ExploreServices services,
      MarksViewModel marks,
      NoticesViewModel notices,
      ConfusionsViewModel confusions,
      StripsViewModel strips,
      OtherScreens others,
      Consumer<TestPair> goTo,
      DiffViewModel diff) {
    this.diff = diff;
    whatIf = new WhatIfViewModel(jobs, services.trials(), strips, notices, others::openModel);
    compare = new CompareViewModel(jobs, services.estimators(), strips);
    culprits =
        new CulpritsViewModel(
            jobs,
            strips,
            services.otherSurveys(),
            new TryWithoutViewModel(jobs, services.leaveOuts(), notices, others::openModel),
            new CulpritActions(marks, confusions, goTo, others::review));
    copies =
        new CopiesViewModel(
            jobs,
            services.copies(),
            marks,
            new CopiesViewModel.Actions(
                others::correct,
                goTo,
                () -> confusions.openPairs(PairFilter.NONE.withCopies(true))));
    all =
        List.of(
            whatIf.openProperty(),
            compare.openProperty(),
            culprits.openProperty(),
            copies.openProperty(),
            diff.openProperty());
    all.forEach(sheet -> sheet.addListener((value, old, now) -> changed(sheet)));
  }

  private void changed(BooleanProperty sheet) {
    if (sheet.get()) {
      all.stream().filter(other -> other != sheet).forEach(other -> other.set(false));
    }
  }

  /** Turns to another session. */
  void show(ExplorerSession session, ImageInsights insights) {
    whatIf.show(session, insights);
    compare.show(session);
    culprits.show(session);
    copies.show(session);
  }

  /** Closes the one that is open; false if none is. */
  boolean close() {
    Optional<BooleanProperty> open = all.stream().filter(BooleanProperty::get).findFirst();
    open.ifPresent(sheet -> sheet.set(false));
    return open.isPresent();
  }

  /** What if training images were changed. */
  public WhatIfViewModel whatIf() {
    return whatIf;
  }

  /** Two estimators on the same pair. */
  public CompareViewModel compare() {
    return compare;
  }

  /** The classes and training images that harm most pairs. */
  public CulpritsViewModel culprits() {
    return culprits;
  }

  /** The photographs that are there more than once. */
  public CopiesViewModel copies() {
    return copies;
  }

  /** Another model on the same test images. */
  public DiffViewModel diff() {
    return diff;
  }
}
