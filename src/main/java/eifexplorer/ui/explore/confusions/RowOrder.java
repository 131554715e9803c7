package eifexplorer.ui.explore.confusions;

import java.util.Comparator;

/**
 * An order of the lists of class pairs and classes.
 *
 * @param id what the order goes by where it is kept, the same in every language
 * @param name what is sorted by, in words
 * @param title head of the column
 * @param ascending smallest first, in alphabetical order
 * @param largestFirst whether the other direction is the one to begin with
 */
public record RowOrder<R>(
    String id, String name, String title, Comparator<R> ascending, boolean largestFirst) {}
