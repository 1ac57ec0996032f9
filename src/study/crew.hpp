#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "critflow/base/fault.hpp"

namespace critflow {

/// @throws InvalidValue unless there is one at least
inline int require_threads(int threads) {
  if (threads < 1)
    throw InvalidValue({"study.threads", "too few", std::to_string(threads), "be one at least"});
  return threads;
}

/// Workers, each a thread of its own, that take numbered blocks off one list until none is left. A
/// worker is anything with `run(block)`; the list decides which blocks it gets, never what it finds
/// in them.
class Crew {
 public:
  /// Thrown out of a block that is not to be finished.
  struct Stopped {};

  /// Told by a worker, in the midst of a block: so many runs more.
  /// @throws Stopped
  void tell(std::int64_t runs) {
    if (stop_) throw Stopped();
    runs_ += runs;
  }

  /// Until all blocks are done, or `watch`, asked about every 10 ms with the runs so far, says no.
  /// What a worker or the watch throws is passed on, when all have stopped.
  template <class Worker>
  void run(std::vector<Worker>& workers, const std::vector<std::int64_t>& blocks,
           const std::function<bool(std::int64_t runs)>& watch) {
    working_ = static_cast<int>(workers.size());
    {
      std::vector<std::jthread> threads;
      const StopAtEnd stop{stop_};
      for (Worker& one : workers) threads.emplace_back([&] { work(one, blocks); });
      wait(watch);
    }
    if (error_) std::rethrow_exception(error_);
  }

 private:
  struct StopAtEnd {
    std::atomic<bool>& stop;
    ~StopAtEnd() { stop = true; }
  };

  template <class Worker>
  void work(Worker& worker, const std::vector<std::int64_t>& blocks) {
    std::exception_ptr error;
    try {
      for (std::size_t i = next_++; i < blocks.size() && !stop_; i = next_++) worker.run(blocks[i]);
    } catch (const Stopped&) {
    } catch (...) {
      error = std::current_exception();
      stop_ = true;
    }
    const std::lock_guard lock(mutex_);
    if (error) error_ = std::move(error);
    --working_;
    changed_.notify_one();
  }

  void wait(const std::function<bool(std::int64_t runs)>& watch) {
    constexpr std::chrono::milliseconds moment(10);
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, moment, [&] { return working_ == 0; })) {
      lock.unlock();
      if (watch && !watch(runs_)) stop_ = true;
      lock.lock();
    }
  }

  std::atomic<std::size_t> next_{0};
  std::atomic<std::int64_t> runs_{0};
  std::atomic<bool> stop_{false};
  std::mutex mutex_{};
  std::condition_variable changed_{};
  int working_ = 0;
  std::exception_ptr error_{};
};

}  // namespace critflow
