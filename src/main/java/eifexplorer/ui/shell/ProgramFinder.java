package eifexplorer.ui.shell;

import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Finder;
import eifexplorer.ui.screen.SearchHit;
import java.util.List;
import java.util.Locale;

/** Finds what the program itself has to offer, such as its guide, by the beginnings of its words. */
final class ProgramFinder implements Finder {
  private static final int SHORTEST = 3;

  private final List<SearchHit> offers;

  ProgramFinder(ExplorerWindowViewModel model) {
    offers =
        List.of(
            hit(Texts.of("Tour"), Texts.of("three steps through a pair"), model::beginTour),
            hit(
                Texts.of("Presentation"),
                Texts.of("the best findings, full screen"),
                model.presentation()::open),
            hit(Texts.of("Guide"), Texts.of("opens in the browser"), model::openGuide));
  }

  private static SearchHit hit(String title, String detail, Runnable open) {
    return new SearchHit(Texts.of("Program"), title, detail, List.of(), open);
  }

  @Override
  public List<SearchHit> find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return wanted.length() < SHORTEST
        ? List.of()
        : offers.stream()
            .filter(offer -> offer.title().toLowerCase(Locale.ROOT).startsWith(wanted))
            .toList();
  }
}
