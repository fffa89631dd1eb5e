-- The requests for wrk: one operation, with one member per request. Checks every response.
--
--   wrk … -s load.lua ADDRESS -- BODY LINES ORDER PAUSE EXPECTED
--
-- BODY is a file with the body of a request, in which {subject} is replaced. LINES is a file of lines "token subject".
-- ORDER is `random`, or `once` to send each line once, in the order of the file. PAUSE is the mean pause of a connection
-- between two requests in milliseconds. EXPECTED is the beginning of a correct response.
--
--   wrk … -s load.lua ADDRESS -- 'GET /path' EXPECTED
--
-- The same request each time.
local ffi = require('ffi')
ffi.cdef [[
	typedef struct { long seconds; long microseconds; } benchmark_time;
	int gettimeofday(benchmark_time *time, void *zone);
]]

local threads = {}
local tokens, subjects, count = {}, {}, 0
local before_token, before_body, body_start, body_end, once, expected
local at = 0
local fixed
local begun

-- Global, because `done` reads them with thread:get.
answers, bad, first_bad, ran_out_after = 0, 0, '', 0

local function now()
	local time = ffi.new('benchmark_time')
	ffi.C.gettimeofday(time, nil)
	return tonumber(time.seconds) + tonumber(time.microseconds) / 1e6
end

function setup(thread)
	table.insert(threads, thread)
end

function init(args)
	if args[1]:sub(1, 4) == 'GET ' then
		fixed = args[1] .. ' HTTP/1.1\r\nHost: ' .. wrk.headers['Host'] .. '\r\n\r\n'
		expected = args[2]
		return
	end
	local file = assert(io.open(args[1]))
	local body = file:read('*a'):gsub('%s+$', '')
	file:close()
	local from, to = body:find('{subject}', 1, true)
	body_start = from and body:sub(1, from - 1) or body
	body_end = from and body:sub(to + 1)
	for line in io.lines(args[2]) do
		count = count + 1
		tokens[count], subjects[count] = line:match('(%S+) (%S+)')
	end
	once = args[3] == 'once'
	local pause = tonumber(args[4])
	if pause > 0 then
		delay = function() return math.random(0, 2 * pause) end
	end
	expected = args[5]
	before_token = 'POST /graphql/ HTTP/1.1\r\nHost: ' .. wrk.headers['Host']
		.. '\r\nContent-Type: application/json\r\nCookie: JWT='
	before_body = '\r\nContent-Length: '
	math.randomseed(os.time())
end

-- Not wrk.format, which builds the headers of each request from a table: the load generator shares the processors with the
-- measured service.
function request()
	if fixed then
		return fixed
	end
	begun = begun or now()
	if once then
		at = at + 1
		if at > count then
			if ran_out_after == 0 then
				ran_out_after = now() - begun
			end
			wrk.thread:stop()
			at = count
		end
	else
		at = math.random(count)
	end
	local body = body_end and body_start .. subjects[at] .. body_end or body_start
	return before_token .. tokens[at] .. before_body .. #body .. '\r\n\r\n' .. body
end

function response(status, headers, body)
	answers = answers + 1
	if status ~= 200 or body:sub(1, #expected) ~= expected or body:find('"errors"', 1, true) then
		bad = bad + 1
		if bad == 1 then
			first_bad = status .. ' ' .. body:sub(1, 300)
		end
	end
end

function done(summary, latency)
	local thread = threads[1]
	local seconds = thread:get('ran_out_after')
	if seconds == 0 then
		seconds = summary.duration / 1e6
	end
	local broken = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
	print(string.format('RESULT answers=%d bad=%d broken=%d seconds=%.6f p50=%.3f p99=%.3f', thread:get('answers'),
		thread:get('bad'), broken, seconds, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
	print('BAD ' .. thread:get('first_bad'):gsub('%s+', ' '))
end
