package topfive.processor;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One cache and one room for what is not written yet, for all stores of this process. By itself each store would take up to 98 MiB
 * (Kafka Streams 4.3.1: a cache of 50, three times 16 before it writes), and there are a dozen and more of them.
 */
public final class SharedMemory implements RocksDBConfigSetter {
    private static final long MEBIBYTE = 1 << 20;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(48 * MEBIBYTE);

    /** Counts against the cache. */
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(24 * MEBIBYTE, CACHE);

    /** By Kafka Streams. */
    public SharedMemory() {}

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        var tables = (BlockBasedTableConfig) options.tableFormatConfig();
        tables.setBlockCache(CACHE);
        tables.setCacheIndexAndFilterBlocks(true); // else they are held beside it
        options.setTableFormatConfig(tables);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(4 * MEBIBYTE);
    }

    @Override
    public void close(String store, Options options) {
        // the others go on with both
    }
}
