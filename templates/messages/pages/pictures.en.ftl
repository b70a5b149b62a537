# Words of the pictures that pages draw.

w-pictures-point = incidents told at this spot; a number where there are several
w-pictures-grave = among them one with dead
w-pictures-precision = somewhere within the circle
w-pictures-thin = hatched: the data are thin
