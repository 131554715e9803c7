package eifexplorer.workspace;

import java.nio.file.Path;

/** A program that takes a folder's lock, says so and keeps it until it is killed. */
public final class LockHolder {
  private LockHolder() {}

  /** The folder is the only argument. */
  public static void main(String[] args) throws InterruptedException {
    FolderLock lock = FolderLock.take(Path.of(args[0]), "taken", "");
    System.out.println("held");
    Thread.sleep(60_000);
    lock.close();
  }
}
