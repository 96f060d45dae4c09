package topfive.standalone.command;

import java.util.function.LongConsumer;
import topfive.standalone.Surroundings;

/** How many records are read, for a person who waits at a terminal; nobody else wants to read it. */
record RecordsRead(Surroundings world) implements LongConsumer {
    @Override
    public void accept(long records) {
        say("\r" + records + " records read ");
    }

    void wipe() {
        say("\r\u001b[K");
    }

    private void say(String text) {
        if (world.terminal()) {
            world.err().print(text);
            world.err().flush();
        }
    }
}
