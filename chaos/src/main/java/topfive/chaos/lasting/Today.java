package topfive.chaos.lasting;

import java.time.LocalDate;
import topfive.chaos.World;
import topfive.contract.AsksTheMachine;

/** The day of what is pushed is the machine's, since its fetchedAt is. */
final class Today {
    private Today() {}

    @AsksTheMachine
    static LocalDate is() {
        return LocalDate.now(World.ZONE);
    }
}
