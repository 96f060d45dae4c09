package topfive.chaos.lasting;

import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import topfive.chaos.World;
import topfive.contract.AsksTheMachine;
import topfive.processor.CloseDay;

/** The day of what is pushed is the machine's, since its fetchedAt is. */
final class Today {
    private Today() {}

    @AsksTheMachine
    static LocalDate is() {
        return LocalDate.now(World.ZONE);
    }

    /** Writes the fence; what comes afterwards is of tomorrow. */
    static void close(World world, LocalDate day) throws InterruptedException, ExecutionException {
        try (var fences = world.fences()) {
            CloseDay.now(fences, day);
        }
    }
}
