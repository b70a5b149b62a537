# Words of the pictures that pages draw.

w-pictures-days = Incidents by day and judgement, { $days }
w-pictures-excepted = exception, permitted or claimed
w-pictures-outside = out of scope, outside the time, or not regulated
w-pictures-open = undetermined or not judged
w-pictures-window = a window of the agreement
w-pictures-point = incidents told at this spot; a number where there are several
w-pictures-grave = among them one with dead
w-pictures-precision = somewhere within the circle
w-pictures-thin = hatched: the data are thin
