package eifexplorer.cli;

import picocli.CommandLine.Option;

/** How much of long tables is printed. */
final class RowsOption {
  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "20",
      description = "Rows printed of each table (default: ${DEFAULT-VALUE}; 0 for all).")
  private int rows;

  int count() {
    if (rows < 0) {
      throw new UsageException("--rows is " + rows + "; allowed: 0 or more");
    }
    return rows == 0 ? Integer.MAX_VALUE : rows;
  }
}
